import Diagnostics
package import IncidentModel
package import Syntax

/// ServiceNow change requests that say when they were carried out: deployments, for the incidents that began after them.
package struct ServiceNowChangesDialect: ExportDialect {
    package let name = "servicenow-changes"
    package let system = "servicenow"
    package let kind = SystemKind.context
    package let summary = "ServiceNow change requests, as deployments (Table API, JSON)"
    package let howToExport =
        "GET /api/now/table/change_request?sysparm_display_value=all&sysparm_query=work_startISNOTEMPTY"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["result", "records", "items"])
    package let signature = Signature(has: ["number", "start_date", "work_start"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let row = ServiceNowRow(record, .members, stamps)
        let number = row.raw(.number)
        record.notes.recordName = number?.value
        guard let started = row.instant(.workStart) else {
            return .setAside(SetAside(rule: Self.notCarriedOut, id: number?.value, origin: record.origin))
        }
        return .deployment(
            Deployment(
                instant: started.value, service: (row.shown(.businessService) ?? row.shown(.configurationItem))?.value,
                version: number?.value, actor: (row.shown(.assignedTo) ?? row.shown(.assignmentGroup))?.value,
                origin: started.origin))
    }

    /// Planned, refused or not begun.
    private static let notCarriedOut = "change-not-carried-out"
}
