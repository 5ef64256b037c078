import Diagnostics
import IncidentModel
import Syntax

/// The metrics that Zendesk keeps of a ticket (`metric_set`): when it was solved last, how long its first public reply by
/// an agent took, how often it was opened again.
enum ZendeskMetrics {
    /// `status`, where it is known, says whether the solution still stands. The reply is counted in whole minutes from
    /// the opening, so that the first message can be up to a minute off.
    static func read(
        _ metrics: RecordReader, _ created: Stamp?, status: Sourced<String>?, _ stamps: StampReader,
        into draft: inout IncidentDraft
    ) {
        draft.facts.reopenings = metrics.integer(Field.reopens)?.value ?? 0
        draft.record(
            .communicated, at: stamps.instant(after: created, Field.replyMinutes, unit: 60, in: metrics))
        let isRunning = status.map { !["solved", "closed"].contains($0.value) } ?? false
        draft.recordResolution(at: stamps.instant(Field.solved, in: metrics), unless: isRunning, in: metrics)
        if status?.value == "closed" { draft.record(.closed, at: stamps.instant(Field.statusUpdated, in: metrics)) }
    }

    private enum Field {
        static let solved: FieldPath = "solved_at"
        static let statusUpdated: FieldPath = "status_updated_at"
        static let reopens: FieldPath = "reopens"
        static let replyMinutes: FieldPath = "reply_time_in_minutes.calendar"
    }
}
