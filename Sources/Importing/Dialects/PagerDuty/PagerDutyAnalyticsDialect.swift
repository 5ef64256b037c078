package import Diagnostics
package import IncidentModel
package import Syntax

/// Raw incidents of PagerDuty's Analytics API: the only export that remembers the first acknowledgement without a log.
///
/// Its stamps name no zone. They are in the zone that the request asked for, UTC unless it named another one
/// (PagerDuty API reference, "Get raw data - multiple incidents", `time_zone`).
package struct PagerDutyAnalyticsDialect: ExportDialect {
    package let name = "pagerduty-analytics"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty raw analytics of incidents (seconds to acknowledge, to resolve)"
    package let howToExport = "POST https://api.pagerduty.com/analytics/raw/incidents, with time_zone Etc/UTC"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["data"])
    package let signature = Signature(
        has: ["id", "incident_number", "seconds_to_resolve", "seconds_to_first_ack"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        if let zone = record.envelope?.text(Field.timeZone), !Self.utc.contains(zone.value.lowercased()) {
            return .unusable(
                Diagnostic(
                    .analyticsZone, "the stamps are in \(zone.value) and name no zone themselves", at: record.origin,
                    record: record.text(Field.id)?.value,
                    help: "ask the Analytics API for time_zone Etc/UTC and export again"))
        }
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.priority) ?? record.text(Field.urgency)
        draft.facts.title = record.text(Field.description)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.service)
        draft.alias(record.text(Field.number))
        draft.linkTexts = [record.text(Field.description)].compactMap(\.self)
        readMilestones(record, stamps, &draft)
        if depth == .everything { readStory(record, &draft.facts.story) }
        return .incident(draft)
    }

    /// Durations count from the creation. An incident that nobody acknowledged has none, or 0 of them.
    private func readMilestones(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        let created = stamps.instant(Field.createdAt, in: record)
        draft.record(.detected, at: created)
        let isNeverAcknowledged = record.integer(Field.acknowledgements)?.value == 0
        if !isNeverAcknowledged {
            draft.record(.triaged, at: stamps.instant(after: created, Field.secondsToAcknowledge, in: record))
        }
        guard draft.facts.statusWord.map({ $0.value == "resolved" }) ?? true else { return }
        draft.record(
            .resolved,
            at: stamps.agreed(
                stamps.instant(Field.resolvedAt, in: record),
                stamps.instant(after: created, Field.secondsToResolve, zeroIsAbsent: true, in: record), in: record))
    }

    private func readStory(_ record: RecordReader, _ story: inout Story) {
        story.team = record.text(Field.team) ?? record.text(Field.policy)
        for (role, field) in [("Assignee", Field.assigned), ("Acknowledged by", Field.acknowledged)] {
            for person in record.list(field) { story.add(role, person.ownText) }
        }
        story.add("Resolved by", record.text(Field.resolvedBy))
    }

    private static let utc: Set<String> = ["etc/utc", "utc", "etc/gmt", "gmt", "etc/uct", "uct", "zulu", "etc/zulu"]
}

private enum Field {
    static let timeZone: FieldPath = "time_zone"
    static let id: FieldPath = "id"
    static let number: FieldPath = "incident_number"
    static let description: FieldPath = "description"
    static let status: FieldPath = "status"
    static let priority: FieldPath = "priority_name"
    static let urgency: FieldPath = "urgency"
    static let service: FieldPath = "service_name"
    static let team: FieldPath = "team_name"
    static let policy: FieldPath = "escalation_policy_name"
    static let createdAt: FieldPath = "created_at"
    static let resolvedAt: FieldPath = "resolved_at"
    static let secondsToAcknowledge: FieldPath = "seconds_to_first_ack"
    static let secondsToResolve: FieldPath = "seconds_to_resolve"
    static let acknowledgements: FieldPath = "acknowledgement_count"
    static let assigned: FieldPath = "assigned_user_names"
    static let acknowledged: FieldPath = "acknowledged_user_names"
    static let resolvedBy: FieldPath = "resolved_by_user_name"
}

extension DiagnosticCode {
    package static let analyticsZone = DiagnosticCode(
        "analytics-zone", .error, "analytics are in a zone of the request's own choice",
        """
        Stamps of PagerDuty's Analytics API name no zone: they are in the one that the request asked for, and the answer \
        says that it was not UTC. To read them as UTC would put every milestone hours off, so the record is rejected. \
        Ask for time_zone Etc/UTC and export again.
        """)
}
