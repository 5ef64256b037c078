import Diagnostics
package import IncidentModel
package import Syntax

/// Incidents of Splunk On-Call, once VictorOps: the public API's and the reporting API's, in both spellings of phases
/// (`ACKED` and `acknowledged`).
package struct SplunkOnCallDialect: ExportDialect {
    package let name = "splunk-oncall"
    package let system = "splunk-oncall"
    package let kind = SystemKind.paging
    package let summary = "Splunk On-Call (VictorOps) incidents with their transitions"
    package let howToExport =
        "GET https://api.victorops.com/api-public/v1/incidents, or …/api-reporting/v2/incidents for older ones"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["incidents"])
    package let signature = Signature(
        has: ["incidentNumber", "currentPhase"], hasAny: ["entityDisplayName", "entityId", "service"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.number)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.entityState).flatMap {
            Self.recovered.contains($0.value.lowercased()) ? nil : $0
        }
        draft.facts.title = record.text(Field.displayName) ?? record.text(Field.entityID)
        draft.facts.statusWord = record.text(Field.phase)
        draft.facts.service = record.text(Field.service)
        draft.alias(record.text(Field.entityID), in: Reference.alertKey)
        draft.record(.detected, at: stamps.instant(Field.startTime, in: record))
        readTransitions(record, stamps, &draft)
        if depth == .everything { readStory(record, &draft.facts.story) }
        return .incident(draft)
    }

    private func readTransitions(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        var log = PhaseLog()
        for transition in record.list(Field.transitions) {
            guard let at = stamps.instant(Field.at, in: transition), let name = transition.text(Field.name) else {
                continue
            }
            if let phase = Self.phases[name.value.lowercased()] { log.add(phase, at: at) }
            draft.facts.statusHistory.append(
                StatusChange(instant: at.value, word: name.value, origin: name.origin))
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: Self.words(name.value), actor: transition.text(Field.by)?.value,
                    system: system, origin: transition.origin))
        }
        draft.facts.statusHistory.sort { $0.instant < $1.instant }
        draft.facts.reopenings = log.reopenings
        draft.record(.triaged, at: log.firstAcknowledgement)
        if draft.facts.statusWord.flatMap({ Self.phases[$0.value.lowercased()] }) == .resolved {
            draft.record(.resolved, at: log.standingResolution)
        }
    }

    private func readStory(_ record: RecordReader, _ story: inout Story) {
        story.source = record.text(Field.monitor)
        story.team =
            record.list(Field.policies).lazy.compactMap { $0.text(Field.team) }.first
            ?? record.list(Field.pagedTeams).lazy.compactMap(\.ownText).first
        for user in record.list(Field.pagedUsers) { story.add("Paged", user.ownText) }
        for transition in record.list(Field.transitions) {
            let name = transition.text(Field.name)?.value.lowercased() ?? ""
            switch Self.phases[name] {
            case .acknowledged: story.add("Acknowledged by", transition.text(Field.by))
            case .resolved: story.add("Resolved by", transition.text(Field.by))
            default: break
            }
        }
    }

    private static let phases: [String: PhaseLog.Phase] = [
        "triggered": .opened, "unacked": .opened, "acknowledged": .acknowledged, "acked": .acknowledged,
        "resolved": .resolved,
    ]

    /// States of an entity that is well again, which say nothing of how grave it was.
    private static let recovered: Set<String> = ["ok", "recovery", "acknowledgement"]

    /// A phase in words, however it is spelled.
    private static func words(_ name: String) -> String {
        switch phases[name.lowercased()] {
        case .opened: "Triggered"
        case .acknowledged: "Acknowledged"
        case .resolved: "Resolved"
        case nil: name
        }
    }
}

private enum Field {
    static let number: FieldPath = "incidentNumber"
    static let displayName: FieldPath = "entityDisplayName"
    static let entityID: FieldPath = "entityId"
    static let entityState: FieldPath = "entityState"
    static let phase: FieldPath = "currentPhase"
    static let startTime: FieldPath = "startTime"
    static let service: FieldPath = "service"
    static let monitor: FieldPath = "monitorName"
    static let pagedTeams: FieldPath = "pagedTeams"
    static let pagedUsers: FieldPath = "pagedUsers"
    static let policies: FieldPath = "pagedPolicies"
    static let team: FieldPath = "team.name"
    static let transitions: FieldPath = "transitions"
    static let name: FieldPath = "name"
    static let at: FieldPath = "at"
    static let by: FieldPath = "by"
}
