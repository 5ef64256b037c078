import Diagnostics
package import IncidentModel
package import Syntax

/// The messages that Status.io sends to a webhook: one for every post about an incident, each of one moment, in UTC with
/// its `Z`. Those of one incident share its id and are read as one.
package struct StatusIOWebhookDialect: ExportDialect {
    package let name = "statusio-webhook"
    package let system = "statusio"
    package let kind = SystemKind.statusPage
    package let summary = "Status.io notifications (webhook JSON, one or many)"
    package let howToExport = "Status.io > Subscribers > Webhook: keep what is posted, as an array or one object a line"
    package let milestones: [Milestone] = [.detected, .communicated, .mitigated, .resolved]
    package let records = RecordPath.json(arrays: [])
    package let signature = Signature(
        has: ["id", "message_id", "datetime", "current_status", "status_page_url"])
    package let writesUTC = false

    package init() {}

    /// A message without a state before it opens the incident. The state of a message is the incident's own word only
    /// where it ends it: an earlier one would contradict it when the messages are read as one.
    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.facts.title = record.text(Field.title)
        let status = record.text(Field.currentStatus)
        let state = record.text(Field.currentState)
        if record.text(Field.maintenanceURL) != nil || status?.value == "Planned Maintenance" {
            draft.setAside = SetAside.maintenance
        }
        if status?.value != "Operational" { draft.severityWord = status }
        draft.facts.service = record.names(in: Field.components)
        draft.alias(record.text(Field.incidentURL), in: Reference.url)

        let phase = state.flatMap { Self.phases[$0.value.lowercased()] }
        if let at = stamps.instant(Field.datetime, in: record) {
            let body = depth == .everything ? record.wordsOfHTML(Field.details)?.value : nil
            let updates = PageUpdates(
                [.init(posted: at, shown: at, status: state, phase: phase, body: body, origin: record.origin)],
                isNewestFirst: false)
            updates.record(in: &draft, depth: depth)
            if record.text(Field.previousState) == nil, phase != .over { draft.record(.detected, at: at) }
            draft.record(.mitigated, at: updates.fixed)
            draft.record(.resolved, at: updates.resolved)
        }
        if phase == .over { draft.facts.statusWord = state }
        return .incident(draft)
    }

    private static let phases: [String: PageUpdates.Phase] = [
        "investigating": .running, "identified": .running, "monitoring": .watching, "resolved": .over,
    ]
}

private enum Field {
    static let id: FieldPath = "id"
    static let title: FieldPath = "title"
    static let datetime: FieldPath = "datetime"
    static let currentStatus: FieldPath = "current_status"
    static let currentState: FieldPath = "current_state"
    static let previousState: FieldPath = "previous_state"
    static let components: FieldPath = "components"
    static let details: FieldPath = "details"
    static let incidentURL: FieldPath = "incident_url"
    static let maintenanceURL: FieldPath = "maintenance_url"
}
