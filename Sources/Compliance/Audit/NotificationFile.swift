package import Diagnostics
import IncidentModel
import Syntax

/// The regimes that a YAML file describes. `Templates/policies/notifications.yaml` shows and explains every key.
package enum NotificationFile {
    /// The regimes, or every fault of the file with its line; `nil` where there is any.
    package static func read(_ yaml: String, source: SourceID) -> Outcome<[NotificationRegime]?> {
        switch YAMLDocument.compose(yaml, source: source, as: .notifications) {
        case .failure(let fault): return Outcome(nil, [fault.diagnostic])
        case .success(let document):
            var reader = YAMLReader(document)
            let fields = reader.fields(reader.root, ["regimes"])
            let pairs = fields?["regimes"].flatMap { reader.pairs($0) } ?? []
            let regimes = pairs.compactMap { regime($0, &reader) }
            let isSound = reader.diagnostics.allSatisfy { $0.level < .error }
            return Outcome(isSound ? regimes : nil, reader.diagnosticsInOrder)
        }
    }

    private static func regime(_ pair: YAMLPair, _ reader: inout YAMLReader) -> NotificationRegime? {
        let known = ["title", "concerns", "severities", "aware", "classified", "notices"]
        guard let fields = reader.fields(pair.value, known) else { return nil }
        let title = reader.text(fields["title"])
        let concerns = reader.text(fields["concerns"])
        let severities = (fields["severities"].flatMap { reader.items($0) } ?? []).compactMap { entry in
            word(entry, among: Severity.allCases.map(\.rawValue), &reader).flatMap(Severity.init)
        }
        let milestones = Milestone.allCases.map(\.rawValue)
        let aware = fields["aware"].flatMap { word($0, among: milestones, &reader) }.flatMap(Milestone.init)
        let classified = fields["classified"].flatMap { word($0, among: milestones, &reader) }
            .flatMap(Milestone.init)
        let pairs = fields["notices"].flatMap { reader.pairs($0) } ?? []
        var ids: [String] = []
        var notices: [NotificationRegime.Notice] = []
        for pair in pairs {
            if let notice = notice(pair, after: ids, &reader) { notices.append(notice) }
            ids.append(pair.key)
        }
        guard let title, let concerns, let aware, let classified else { return nil }
        return NotificationRegime(
            id: pair.key, title: title, concerns: concerns, severities: Set(severities), aware: aware,
            classified: classified, notices: notices)
    }

    private static func notice(
        _ pair: YAMLPair, after ids: [String], _ reader: inout YAMLReader
    ) -> NotificationRegime.Notice? {
        let known = ["title", "article", "limits", "later", "phrases"]
        guard let fields = reader.fields(pair.value, known, optional: ["later"]) else { return nil }
        let title = reader.text(fields["title"])
        let article = reader.text(fields["article"])
        let limits = Self.limits(fields["limits"], after: ids, &reader)
        let later = Self.limits(fields["later"], after: ids, &reader)
        let phrases = reader.words(fields["phrases"]) ?? []
        guard let title, let article else { return nil }
        return NotificationRegime.Notice(
            id: pair.key, title: title, article: article, limits: limits, later: later,
            phrases: phrases.map(\.value), origin: pair.origin)
    }

    private static func limits(
        _ entry: YAMLEntry?, after ids: [String], _ reader: inout YAMLReader
    ) -> [NotificationRegime.Limit] {
        (entry.flatMap { reader.pairs($0) } ?? []).compactMap { limit($0, after: ids, &reader) }
    }

    /// `aware: 72 h`, `initial: 72 h`, `latest intermediate: 1 month`: so long after that.
    private static func limit(
        _ pair: YAMLPair, after ids: [String], _ reader: inout YAMLReader
    ) -> NotificationRegime.Limit? {
        let start: NotificationRegime.Start
        switch pair.key {
        case "aware": start = .aware
        case "classified": start = .classified
        case "resolved": start = .resolved
        case let id where ids.contains(id): start = .notice(id)
        case let key where key.hasPrefix(latest) && ids.contains(String(key.dropFirst(latest.count))):
            start = .latest(String(key.dropFirst(latest.count)))
        default:
            reader.unknownKey(pair, known: ["aware", "classified", "resolved"] + ids + ids.map { latest + $0 })
            return nil
        }
        guard let text = reader.text(pair.value) else { return nil }
        let words = text.split(separator: " ")
        if words.count == 2, words[1] == "month" || words[1] == "months", let count = Int(words[0]),
            (1...120).contains(count)
        {
            return .init(within: .months(count), after: start)
        }
        guard case .success(let duration) = DurationText.parse(text) else {
            reader.note(
                .policyBadDuration, "`\(text)` is no duration", at: pair.value.origin,
                help: "a number and a unit: `4 h`, `72 h`, `1 month`")
            return nil
        }
        return .init(within: .duration(duration), after: start)
    }

    private static let latest = "latest "

    private static func word(_ entry: YAMLEntry, among known: [String], _ reader: inout YAMLReader) -> String? {
        guard let text = reader.text(entry) else { return nil }
        if known.contains(text) { return text }
        reader.note(
            .notificationsUnknownWord, "`\(text)` is none of: " + known.joined(separator: ", "), at: entry.origin,
            help: NearestWord.to(text, among: known).map { "did you mean `\($0)`?" })
        return nil
    }
}

extension YAMLVocabulary {
    static let notifications = YAMLVocabulary(
        name: "notification file", notYAML: .policyNotYAML, tooLarge: .policyTooLarge,
        duplicateKey: .policyDuplicateKey, unknownKey: .policyUnknownKey, missingKey: .policyMissingKey,
        wrongShape: .policyWrongShape, badNumber: .policyBadNumber)
}

extension DiagnosticCode {
    static let notificationsUnknownWord = DiagnosticCode(
        "notifications-unknown-word", .error, "A notification rule uses a word that is not known",
        """
        Severities are sev1 to sev4; what stands for "becoming aware" and for the classification are milestones: \
        started, detected, triaged, communicated, mitigated, resolved, closed, reviewed.
        """)
}
