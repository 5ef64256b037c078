import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = PagerDutyField

/// Status updates, PagerDuty's messages to stakeholders inside the company: answers of `/incidents/ID/status_updates`.
///
/// They name no incident unless somebody has added it, because the address did. Stakeholders are colleagues, so that no
/// update proves that customers were told.
package struct PagerDutyStatusUpdatesDialect: ExportDialect {
    package let name = "pagerduty-status-updates"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty status updates that name their incident, to be read with it"
    package let howToExport = "save the answers of POST …/incidents/ID/status_updates, and add `incident_id` to each"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["status_update", "status_updates"])
    package let signature = Signature(has: ["id", "message", "sender.id", "created_at"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.incidentID) ?? record.text(Field.flatIncidentID)
        guard draft.id != nil else { return .unusable(.loose("a status update", "its incident", record)) }
        record.notes.recordName = draft.id?.value
        let text = record.text(Field.message)
        draft.linkTexts = [text].compactMap(\.self)
        if depth == .everything {
            let subject = record.text(Field.subject).map { $0.value + "\n" } ?? ""
            draft.facts.story.communications = [
                Communication(
                    instant: stamps.instant(Field.createdAt, in: record)?.value, channel: "status_update",
                    audience: "internal", body: text.map { subject + $0.value }, origin: record.origin)
            ]
        }
        return .fragment(draft)
    }
}
