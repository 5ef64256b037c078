import Diagnostics
package import IncidentModel
package import Syntax

/// Metrics of Zendesk tickets, each naming its ticket: when it was solved last, and when it was answered first.
///
/// They do not know the ticket's status: whether a solution still stands is the ticket's word.
package struct ZendeskMetricsDialect: ExportDialect {
    package let name = "zendesk-metrics"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.ticketing
    package let summary = "metrics of Zendesk tickets: solved, first reply (API, JSON)"
    package let howToExport = "GET /api/v2/ticket_metrics.json, beside the tickets themselves"
    package let milestones: [Milestone] = [.communicated, .resolved]
    package let records = RecordPath.json(arrays: ["ticket_metrics", "ticket_metric", "metric_sets"])
    package let signature = Signature(has: ["ticket_id", "solved_at", "reply_time_in_minutes"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.ticket)
        let created = stamps.instant(Field.created, in: record)
        ZendeskMetrics.read(record, created, status: nil, stamps, into: &draft)
        return .fragment(draft)
    }

    private enum Field {
        static let ticket: FieldPath = "ticket_id"
        static let created: FieldPath = "created_at"
    }
}
