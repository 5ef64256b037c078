package import Diagnostics
import IncidentModel
import Syntax

/// A policy as a YAML file says it. `Templates/policies/standard.yaml` shows and explains every key.
package enum PolicyFile {
    /// The policy, or every fault of the file with its line; `nil` where there is any.
    ///
    /// `digest` is the SHA-256 of the file's bytes, in lower-case hexadecimal digits.
    package static func read(_ yaml: String, source: SourceID, digest: String) -> Outcome<Policy?> {
        switch YAMLDocument.compose(yaml, source: source, as: .policy) {
        case .failure(let fault):
            return Outcome(nil, [fault.diagnostic])
        case .success(let document):
            var reader = PolicyReader(document)
            let policy = policy(reader.root, digest: digest, &reader)
            let isSound = reader.diagnostics.allSatisfy { $0.level < .error }
            return Outcome(isSound ? policy : nil, reader.diagnosticsInOrder)
        }
    }

    private static func policy(_ root: PolicyEntry, digest: String, _ reader: inout PolicyReader) -> Policy? {
        let known = [
            "policy", "clocks", "severities", "status", "actions", "dueAt", "inference", "joining", "postMortem",
            "resolutionEmail", "customerPriority", "lessons", "statistics",
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
        let joining = reader.joining(fields["joining"])
        let postMortem = reader.postMortem(fields["postMortem"])
        let resolutionEmail = reader.resolutionEmail(fields["resolutionEmail"])
        let customerPriority = reader.customerPriority(fields["customerPriority"])
        let lessons = reader.lessons(fields["lessons"])
        let statistics = reader.statistics(fields["statistics"])
        guard let name, let effectiveFrom, var joining, let postMortem, let resolutionEmail, let customerPriority,
            let lessons,
            let statistics
        else { return nil }
        joining.deploymentWithin = lessons.deploymentWithin.wholeSeconds
        return Policy(
            name: name, effectiveFrom: effectiveFrom, digest: digest, clocks: clocks,
            words: .init(severities: severities, actionStates: actions, dueAt: dueAt), inference: inference,
            joining: joining, postMortem: postMortem, resolutionEmail: resolutionEmail,
            customerPriority: customerPriority,
            lessons: lessons, statistics: statistics, status: status)
    }
}
