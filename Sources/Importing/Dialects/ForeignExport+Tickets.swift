import Syntax

extension ForeignExport {
    /// What ticketing systems export beside tickets.
    static let ofTickets: [ForeignExport] = ofServiceNow

    private static let serviceNowRows = RecordPath.json(arrays: ["result", "records", "items"])

    private static let ofServiceNow: [ForeignExport] = [
        ForeignExport(
            what: "ServiceNow change requests that do not say when work began",
            instead: "they count as deployments once they do: ask the Table API for the column `work_start` too",
            records: serviceNowRows,
            signature: Signature(has: ["number", "start_date", "end_date"], lacks: ["work_start"])),
        ForeignExport(
            what: "ServiceNow change requests as CSV",
            instead: "export them as JSON with the column `work_start`: GET /api/now/table/change_request",
            records: .csv, signature: Signature(has: ["number", "start_date", "end_date"])),
        ForeignExport(
            what: "ServiceNow service level records (task_sla)",
            instead: "export the incidents they belong to: the policy's own clocks judge them",
            records: serviceNowRows, signature: Signature(has: ["task", "stage", "has_breached"])),
        ForeignExport(
            what: "a warehouse's table of ServiceNow service level records (task_sla)",
            instead: "export the incidents they belong to: the policy's own clocks judge them",
            records: .csv, signature: Signature(has: ["stage", "has_breached", "planned_end_time"])),
        ForeignExport(
            what: "a warehouse's table `incident` of ServiceNow, which has neither number nor priority nor opening",
            instead: "join it with the table `task` on `sys_id`, and export the rows with the columns of both",
            records: .csv,
            signature: Signature(has: ["sys_id", "incident_state", "caller_id_value"], lacks: ["number"])),
    ]
}
