package import Diagnostics
import Syntax

/// A control map as a YAML file says it. `Templates/policies/controls.yaml` shows and explains every key.
package enum ControlFile {
    /// The map, or every fault of the file with its line; `nil` where there is any.
    package static func read(_ yaml: String, source: SourceID) -> Outcome<ControlMap?> {
        switch YAMLDocument.compose(yaml, source: source, as: .controls) {
        case .failure(let fault): return Outcome(nil, [fault.diagnostic])
        case .success(let document):
            var reader = YAMLReader(document)
            let map = map(&reader)
            let isSound = reader.diagnostics.allSatisfy { $0.level < .error }
            return Outcome(isSound ? map : nil, reader.diagnosticsInOrder)
        }
    }

    private static func map(_ reader: inout YAMLReader) -> ControlMap? {
        guard let fields = reader.fields(reader.root, ["name", "frameworks"]) else { return nil }
        let name = reader.text(fields["name"])
        let frameworks = fields["frameworks"].flatMap { reader.pairs($0) } ?? []
        let read = frameworks.compactMap { framework($0, &reader) }
        guard let name else { return nil }
        return ControlMap(name: name, frameworks: read)
    }

    private static func framework(_ pair: YAMLPair, _ reader: inout YAMLReader) -> ControlMap.Framework? {
        guard let fields = reader.fields(pair.value, ["title", "controls"]) else { return nil }
        let title = reader.text(fields["title"])
        let controls = (fields["controls"].flatMap { reader.pairs($0) } ?? []).compactMap { control($0, &reader) }
        guard let title else { return nil }
        return ControlMap.Framework(id: pair.key, title: title, controls: controls)
    }

    private static func control(_ pair: YAMLPair, _ reader: inout YAMLReader) -> ControlMap.Control? {
        guard let fields = reader.fields(pair.value, ["asks", "evidence"]) else { return nil }
        let asks = reader.text(fields["asks"])
        let proofs = (fields["evidence"].flatMap { reader.items($0) } ?? []).compactMap { proof($0, &reader) }
        guard let asks else { return nil }
        return ControlMap.Control(id: pair.key, asks: asks, evidence: proofs, origin: pair.origin)
    }

    private static func proof(_ entry: YAMLEntry, _ reader: inout YAMLReader) -> ControlMap.Proof? {
        guard let text = reader.text(entry) else { return nil }
        let words = text.split(separator: " ").map(String.init)
        if words.count == 2 {
            switch words[0] {
            case "clock": return .clock(words[1])
            case "duty":
                if let duty = PostIncidentDuty.allCases.first(where: { $0.hyphenated == words[1] }) {
                    return .duty(duty)
                }
            case "figure":
                if let figure = ControlMap.Figure(rawValue: words[1]) { return .figure(figure) }
            default: break
            }
        }
        let known =
            PostIncidentDuty.allCases.map { "duty \($0.hyphenated)" }
            + ControlMap.Figure.allCases.map { "figure \($0.rawValue)" }
        reader.note(
            .controlsUnknownProof, "`\(text)` is no evidence that the program can give", at: entry.origin,
            help: NearestWord.to(text, among: known).map { "did you mean `\($0)`?" }
                ?? "`clock` and a clock's name, or one of: " + known.joined(separator: ", "))
        return nil
    }
}

extension YAMLVocabulary {
    static let controls = YAMLVocabulary(
        name: "control map", notYAML: .policyNotYAML, tooLarge: .policyTooLarge, duplicateKey: .policyDuplicateKey,
        unknownKey: .policyUnknownKey, missingKey: .policyMissingKey, wrongShape: .policyWrongShape,
        badNumber: .policyBadNumber)
}

extension DiagnosticCode {
    static let controlsUnknownProof = DiagnosticCode(
        "controls-unknown-proof", .error, "A control names evidence that the program cannot give",
        """
        Evidence of a control is `clock NAME` with a clock of the policy, `duty NAME` with one of the duties after an \
        incident, or `figure NAME` with one of the audit's figures. A mistyped name would leave a control without \
        evidence, and nobody would notice.
        """)
}
