import Diagnostics
package import IncidentModel
package import Syntax

/// Alerts of Opsgenie's Alert API, and of Jira Service Management's Ops API, which took it over.
///
/// Acknowledgement and closing are durations in milliseconds after the creation (Opsgenie documentation, "Get Alert",
/// `report`). An alert is open or closed and nothing between: closing it is its resolution.
package struct OpsgenieAlertsDialect: ExportDialect {
    package let name = "opsgenie-alerts"
    package let system = "opsgenie"
    package let kind = SystemKind.paging
    package let summary = "Opsgenie or Jira Service Management Ops alerts (Alert API)"
    package let howToExport = "GET https://api.opsgenie.com/v2/alerts?limit=100, and …/v2/alerts/ID for descriptions"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["data", "values"])
    package let signature = Signature(has: ["id", "tinyId", "message", "status", "createdAt", "acknowledged"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.priority)
        draft.facts.title = record.text(Field.message)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.entity)
        draft.alias(record.text(Field.tinyID))
        draft.alias(record.text(Field.alias), in: Reference.alertKey)
        draft.refer(to: record.text(Field.incident), in: system, as: .parent)
        draft.linkTexts = [record.text(Field.description)].compactMap(\.self)
        readMilestones(record, stamps, &draft)
        if depth == .everything { readStory(record, &draft.facts.story) }
        return .incident(draft)
    }

    private func readMilestones(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        let created = stamps.instant(Field.createdAt, in: record)
        draft.record(.detected, at: created)
        draft.record(
            .triaged, at: stamps.instant(after: created, Field.ackTime, unit: 0.001, zeroIsAbsent: true, in: record))
        guard draft.facts.statusWord?.value == "closed" else { return }
        draft.record(
            .resolved, at: stamps.instant(after: created, Field.closeTime, unit: 0.001, zeroIsAbsent: true, in: record))
    }

    private func readStory(_ record: RecordReader, _ story: inout Story) {
        story.description = record.text(Field.description)
        story.source = record.text(Field.integration) ?? record.text(Field.source)
        story.add("Owner", record.text(Field.owner))
        story.add("Acknowledged by", record.text(Field.acknowledgedBy))
        story.add("Closed by", record.text(Field.closedBy))
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let tinyID: FieldPath = "tinyId"
    static let alias: FieldPath = "alias"
    static let message: FieldPath = "message"
    static let description: FieldPath = "description"
    static let status: FieldPath = "status"
    static let priority: FieldPath = "priority"
    static let entity: FieldPath = "entity"
    static let createdAt: FieldPath = "createdAt"
    static let ackTime: FieldPath = "report.ackTime"
    static let closeTime: FieldPath = "report.closeTime"
    static let acknowledgedBy: FieldPath = "report.acknowledgedBy"
    static let closedBy: FieldPath = "report.closedBy"
    static let owner: FieldPath = "owner"
    static let source: FieldPath = "source"
    static let integration: FieldPath = "integration.name"
    /// The incident that an alert was raised for, among the details that Opsgenie adds itself.
    static let incident: FieldPath = "details.incident-id"
}
