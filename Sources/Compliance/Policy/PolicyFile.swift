package import Diagnostics
package import IncidentModel
import Syntax

/// A policy as a YAML file says it. `Templates/policies/standard.yaml` shows and explains every key.
package enum PolicyFile {
    /// The policy, or every fault of the file with its line; `nil` where there is any.
    ///
    /// `digest` is the SHA-256 of the file's bytes, in lower-case hexadecimal digits. `zones` finds the zones of
    /// calendars by name.
    package static func read(
        _ yaml: String, source: SourceID, digest: String, zones: (String) -> Zone? = { $0 == "UTC" ? .utc : nil }
    ) -> Outcome<Policy?> {
        switch YAMLDocument.compose(yaml, source: source, as: .policy) {
        case .failure(let fault):
            return Outcome(nil, [fault.diagnostic])
        case .success(let document):
            var reader = PolicyReader(document)
            let policy = policy(reader.root, digest: digest, zones, &reader)
            let isSound = reader.diagnostics.allSatisfy { $0.level < .error }
            return Outcome(isSound ? policy : nil, reader.diagnosticsInOrder)
        }
    }

    private static func policy(
        _ root: PolicyEntry, digest: String, _ zones: (String) -> Zone?, _ reader: inout PolicyReader
    ) -> Policy? {
        let known = [
            "policy", "clocks", "messages", "responders", "calendars", "pauses", "exclusions", "severities", "status",
            "actions", "dueAt", "inference", "joining", "resolutionEmail", "customerPriority", "lessons", "statistics",
            "conduct", "writing", "redaction",
        ]
        let optional: Set = ["calendars", "pauses", "exclusions", "redaction"]
        guard let fields = reader.fields(root, known, optional: optional) else { return nil }
        let head = fields["policy"].flatMap { reader.fields($0, ["name", "effectiveFrom"]) } ?? [:]
        let name = reader.text(head["name"])
        let effectiveFrom = reader.date(head["effectiveFrom"])
        let messages = reader.messages(fields["messages"])
        let responders = reader.responders(fields["responders"])
        let (calendars, calendarNames) = reader.calendars(fields["calendars"], zones: zones)
        let (pauses, pauseNames) = reader.pauses(fields["pauses"])
        let names = ClockNames(
            kinds: reader.names(fields["messages"]), calendars: calendars, calendarNames: calendarNames,
            pauses: pauseNames)
        let clocks = reader.clocks(fields["clocks"], using: names)
        let clockIDs = reader.names(fields["clocks"])
        let exclusions = reader.exclusions(fields["exclusions"], clocks: clockIDs)
        let severities = reader.severityWords(fields["severities"])
        let status = reader.statusWords(fields["status"])
        let actions = reader.actionWords(fields["actions"])
        let dueAt = reader.dueWords(fields["dueAt"])
        let inference = reader.inference(fields["inference"])
        let joining = reader.joining(fields["joining"])
        let resolutionEmail = reader.resolutionEmail(fields["resolutionEmail"], clocks: clocks, ids: clockIDs)
        let customerPriority = reader.customerPriority(fields["customerPriority"])
        let lessons = reader.lessons(fields["lessons"])
        let statistics = reader.statistics(fields["statistics"])
        let conduct = reader.conduct(fields["conduct"])
        let writing = reader.writing(fields["writing"])
        let redaction = reader.redaction(fields["redaction"])
        guard let name, let effectiveFrom, let responders, var joining, let resolutionEmail, let customerPriority,
            let lessons, let statistics, let writing
        else { return nil }
        joining.deploymentWithin = lessons.deploymentWithin.wholeSeconds
        return Policy(
            name: name, effectiveFrom: effectiveFrom, digest: digest, clocks: clocks,
            words: .init(severities: severities, actionStates: actions, dueAt: dueAt), inference: inference,
            joining: joining, resolutionEmail: resolutionEmail, customerPriority: customerPriority, lessons: lessons,
            statistics: statistics, status: status, messages: messages, responders: responders, pauses: pauses,
            exclusions: exclusions, conduct: conduct, writing: writing, redaction: redaction,
            origin: fields["policy"]?.origin)
    }
}
