package import IncidentModel
package import Syntax

/// ServiceNow incidents as CSV: the list export, and tables that scripts write from the API.
///
/// The list export shows stamps in the zone of whoever exported it, without naming it: the same incident stands eight
/// hours apart in a CSV and in the API's answer. So the zone has to be said with `--source-time-zone`.
package struct ServiceNowCSVDialect: ExportDialect {
    package let name = "servicenow-csv"
    package let system = "servicenow"
    package let kind = SystemKind.ticketing
    package let summary = "ServiceNow incidents (list export, CSV)"
    package let howToExport = "incident list, header menu > Export > CSV; say its zone with --source-time-zone"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved, .closed]
    package let records = RecordPath.csv
    package let signature = Signature(
        has: ["number", "opened_at"], hasAny: ["short_description", "priority", "incident_state", "state"],
        lacks: ["start_date", "end_date"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        ServiceNowRow(record, .cells, stamps).incident(newDraft(record), depth: depth)
    }
}
