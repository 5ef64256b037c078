import Diagnostics
package import IncidentModel
package import Syntax

/// Conversations of Freshdesk tickets, each naming its ticket: replies, notes, and what customers wrote.
package struct FreshdeskConversationsDialect: ExportDialect {
    package let name = "freshdesk-conversations"
    package let system = FreshdeskField.system
    package let kind = SystemKind.ticketing
    package let summary = "conversations of Freshdesk tickets (API, JSON)"
    package let howToExport = "GET /api/v2/tickets/ID/conversations, beside the tickets"
    package let milestones: [Milestone] = [.communicated]
    package let records = RecordPath.json(arrays: ["conversations", "conversation"])
    package let signature = Signature(has: ["ticket_id", "incoming", "private", "created_at"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(FreshdeskField.ticket)
        draft.inferable = [.mitigated]
        FreshdeskField.add(record, stamps, to: &draft)
        return .fragment(draft)
    }
}
