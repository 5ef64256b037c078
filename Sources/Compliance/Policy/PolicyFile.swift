package import Diagnostics
import IncidentModel

/// A policy as a YAML file says it. `Templates/policies/standard.yaml` shows and explains every key.
package enum PolicyFile {
    /// The policy, or every fault of the file with its line; `nil` where there is any.
    ///
    /// `digest` is the SHA-256 of the file's bytes, in lower-case hexadecimal digits.
    package static func read(_ yaml: String, source: SourceID, digest: String) -> Outcome<Policy?> {
        switch YAMLDocument.compose(yaml, source: source) {
        case .failure(let fault):
            return Outcome(nil, [fault.diagnostic])
        case .success(let document):
            var reader = PolicyReader(document.places)
            let policy = policy(reader.entry(document.root, path: ""), digest: digest, &reader)
            let isSound = reader.diagnostics.allSatisfy { $0.level < .error }
            let inOrder = reader.diagnostics.enumerated()
                .sorted {
                    ($0.element.origin ?? .whole(source), $0.offset) < ($1.element.origin ?? .whole(source), $1.offset)
                }
                .map(\.element)
            return Outcome(isSound ? policy : nil, inOrder)
        }
    }

    private static func policy(_ root: PolicyEntry, digest: String, _ reader: inout PolicyReader) -> Policy? {
        let known = [
            "policy", "clocks", "severities", "status", "actions", "dueAt", "inference", "postMortem",
            "resolutionEmail", "customerPriority", "lessons", "statistics", "writing",
        ]
        guard let fields = reader.fields(root, known) else { return nil }
        let head = fields["policy"].flatMap { reader.fields($0, ["name", "effectiveFrom"]) } ?? [:]
        let name = reader.text(head["name"])
        let effectiveFrom = reader.date(head["effectiveFrom"])
        let clocks = reader.clocks(fields["clocks"])
        let severities = reader.severityWords(fields["severities"])
        let status = reader.statusWords(fields["status"])
        let actions = reader.actionWords(fields["actions"])
        let dueAt = reader.dueWords(fields["dueAt"])
        let inference = reader.inference(fields["inference"])
        let postMortem = reader.postMortem(fields["postMortem"])
        let resolutionEmail = reader.resolutionEmail(fields["resolutionEmail"])
        let customerPriority = reader.customerPriority(fields["customerPriority"])
        let lessons = reader.lessons(fields["lessons"])
        let statistics = reader.statistics(fields["statistics"])
        let writing = reader.writing(fields["writing"])
        guard let name, let effectiveFrom, let postMortem, let resolutionEmail, let customerPriority, let lessons,
            let statistics, let writing
        else { return nil }
        return Policy(
            name: name, effectiveFrom: effectiveFrom, digest: digest, clocks: clocks,
            words: .init(severities: severities, actionStates: actions, dueAt: dueAt), inference: inference,
            postMortem: postMortem, resolutionEmail: resolutionEmail, customerPriority: customerPriority,
            lessons: lessons, statistics: statistics, status: status, writing: writing)
    }
}
