import Diagnostics
package import IncidentModel
package import Syntax

/// A warehouse's table of the changes to fields of Zendesk tickets as CSV: when a ticket was solved, and closed.
package struct ZendeskHistoryTableDialect: ExportDialect {
    package let name = "zendesk-history-csv"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.ticketing
    package let summary = "changes to fields of Zendesk tickets (a warehouse's table, CSV)"
    package let howToExport = "select * from zendesk.ticket_field_history, beside the tickets"
    package let milestones: [Milestone] = [.resolved, .closed]
    package let records = RecordPath.csv
    package let signature = Signature(has: ["ticket_id", "field_name", "value", "updated"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.ticket)
        let field = record.text(Field.name)?.value
        guard field == "status" || field == "priority", let word = record.text(Field.value),
            let at = stamps.instant(Field.updated, in: record)
        else { return .fragment(draft) }
        draft.facts.story.timeline = [
            TimelineEntry(
                instant: at.value, text: "\(field ?? ""): \(word.value)", actor: record.text(Field.user)?.value,
                system: system, kind: field == "priority" ? .severity : .event, origin: record.origin)
        ]
        if field == "status", word.value == "solved" { draft.record(.resolved, at: at) }
        if field == "status", word.value == "closed" { draft.record(.closed, at: at) }
        return .fragment(draft)
    }

    private enum Field {
        static let ticket: FieldPath = "ticket_id"
        static let name: FieldPath = "field_name"
        static let value: FieldPath = "value"
        static let updated: FieldPath = "updated"
        static let user: FieldPath = "user_id"
    }
}
