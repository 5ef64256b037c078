import Diagnostics
package import IncidentModel
package import Syntax

/// A warehouse's table of comments on Zendesk tickets as CSV. It does not say who is an agent, so that no comment counts
/// as a message to customers.
package struct ZendeskCommentTableDialect: ExportDialect {
    package let name = "zendesk-comments-csv"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.ticketing
    package let summary = "comments on Zendesk tickets (a warehouse's table, CSV)"
    package let howToExport = "select * from zendesk.ticket_comment, beside the tickets"
    package let milestones: [Milestone] = []
    package let records = RecordPath.csv
    package let signature = Signature(has: ["ticket_id", "body", "public", "created"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.ticket)
        draft.inferable = [.mitigated]
        let body = record.text(Field.body)
        draft.linkTexts = [body].compactMap(\.self)
        guard let at = stamps.instant(Field.created, in: record) else { return .fragment(draft) }
        let isPublic = record.flag(Field.isPublic)?.value ?? false
        draft.facts.story.timeline = [
            TimelineEntry(
                instant: at.value, text: body?.value ?? "", actor: record.text(Field.user)?.value, system: system,
                kind: isPublic ? .comment : .note, origin: record.origin)
        ]
        return .fragment(draft)
    }

    private enum Field {
        static let ticket: FieldPath = "ticket_id"
        static let body: FieldPath = "body"
        static let isPublic: FieldPath = "public"
        static let created: FieldPath = "created"
        static let user: FieldPath = "user_id"
    }
}
