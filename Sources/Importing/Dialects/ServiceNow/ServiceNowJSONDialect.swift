package import IncidentModel
package import Syntax

/// ServiceNow incidents in JSON: the Table API's `{"result": […]}`, a list export's `{"records": […]}`, and the same
/// rows under `items` or at the root.
///
/// Rows hold what the database holds, in UTC (ServiceNow documentation, "Exporting data"), unless the API was asked for
/// display values alone (`sysparm_display_value=true`): then stamps stand in the zone of whoever asked, and need
/// `--source-time-zone`. Such a row is known by choices that are words.
package struct ServiceNowJSONDialect: ExportDialect {
    package let name = "servicenow-json"
    package let system = "servicenow"
    package let kind = SystemKind.ticketing
    package let summary = "ServiceNow incidents (Table API or list export, JSON)"
    package let howToExport =
        "GET /api/now/table/incident?sysparm_display_value=all; or incident_list.do?JSONv2&sysparm_query=…"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["result", "records", "items"])
    package let signature = Signature(
        has: ["number"], hasAny: ["opened_at", "incident_state", "sys_created_on"],
        lacks: ["start_date", "end_date"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        ServiceNowRow(record, .members, stamps).incident(newDraft(record), depth: depth)
    }
}
