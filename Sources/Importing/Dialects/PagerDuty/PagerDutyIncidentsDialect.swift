import Diagnostics
package import IncidentModel
package import Syntax

/// Incidents of PagerDuty's REST API, v2 and v1: lists, single ones, and the bare arrays that connectors save.
///
/// Its stamps carry offsets.
package struct PagerDutyIncidentsDialect: ExportDialect {
    package let name = "pagerduty-incidents"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty incidents (REST API v2 or v1)"
    package let howToExport =
        "GET https://api.pagerduty.com/incidents?include[]=acknowledgers&total=true, and …/incidents/ID/log_entries"
    package let milestones = PagerDutyIncident.milestones
    package let records = RecordPath.json(arrays: ["incidents", "incident"])
    package let signature = Signature(
        has: ["id", "status", "html_url"], hasAny: ["incident_number", "number"],
        values: [("status", ["triggered", "acknowledged", "resolved"])])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        let incident = PagerDutyIncident(record: record, stamps: stamps)
        incident.readFigures(into: &draft)
        if depth == .everything { incident.readStory(into: &draft.facts.story, title: draft.facts.title) }
        return .incident(draft)
    }
}
