package import IncidentModel
package import Syntax

/// Alerts as Prometheus Alertmanager's API lists them, alone or in their groups (API v2, `/alerts` and `/alerts/groups`).
///
/// The list is what runs now: an alert stands in it until it is resolved, with the end that it will be given if nothing
/// is heard of it (`resolve_timeout`). So `endsAt` counts only where the state says `resolved`. In groups an alert stands
/// once for each receiver; the labels of a group are labels of its alerts, too.
package struct AlertmanagerAlertsDialect: ExportDialect {
    package let name = "alertmanager-alerts"
    package let system = AlertmanagerAlert.system
    package let kind = SystemKind.monitoring
    package let summary = "Prometheus Alertmanager alerts that run, grouped or not (API v2)"
    package let howToExport =
        "amtool alert query -o json; or GET /api/v2/alerts, GET /api/v2/alerts/groups of the Alertmanager"
    package let milestones: [Milestone] = [.detected]
    package let records = RecordPath.json(arrays: ["alerts", "data"])
    package let signature = Signature(has: ["labels", "startsAt", "fingerprint", "status.state"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        AlertmanagerAlert.draft(newDraft(record), record, record.text(Field.state), stamps, depth)
    }

    private enum Field {
        static let state: FieldPath = "status.state"
    }
}
