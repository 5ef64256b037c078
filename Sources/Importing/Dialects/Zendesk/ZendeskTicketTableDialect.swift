package import IncidentModel
package import Syntax

/// A warehouse's table of Zendesk tickets as CSV. Its stamps name no zone.
package struct ZendeskTicketTableDialect: ExportDialect {
    package let name = "zendesk-tickets-csv"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.ticketing
    package let summary = "Zendesk tickets (a warehouse's table, CSV)"
    package let howToExport = "select * from zendesk.ticket; say its zone with --source-time-zone, mostly UTC"
    package let milestones: [Milestone] = [.detected]
    package let records = RecordPath.csv
    package let signature = Signature(has: ["id", "subject", "status", "requester_id", "submitter_id", "created_at"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        ZendeskTicket.draft(newDraft(record), from: record, stamps, depth)
    }
}
