package import IncidentModel
package import Syntax

/// Zendesk tickets in JSON: lists, one ticket, search results, incremental exports, views.
package struct ZendeskTicketsDialect: ExportDialect {
    package let name = "zendesk-tickets"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.ticketing
    package let summary = "Zendesk tickets (API or account export, JSON)"
    package let howToExport =
        "GET /api/v2/incremental/tickets.json?start_time=…&include=metric_sets; or Reports > Export > JSON"
    package let milestones: [Milestone] = [.detected, .communicated, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["tickets", "ticket", "results"])
    package let signature = Signature(
        has: ["id", "status", "requester_id", "created_at"], hasAny: ["submitter_id", "brand_id", "has_incidents"],
        lacks: ["responder_id"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        ZendeskTicket.draft(newDraft(record), from: record, stamps, depth)
    }
}
