import Syntax

extension ForeignExport {
    /// What ticketing systems export beside tickets.
    static let ofTickets: [ForeignExport] = ofServiceNow + ofJira + ofZendesk + ofFreshdesk + ofBugzilla

    private static let serviceNowRows = RecordPath.json(arrays: ["result", "records", "items"])

    private static let ofServiceNow: [ForeignExport] = [
        ForeignExport(
            what: "ServiceNow change requests without the beginning of work",
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
            what: "a warehouse's table `incident` of ServiceNow without number, priority and opening",
            instead: "join it with the table `task` on `sys_id`, and export the rows with the columns of both",
            records: .csv,
            signature: Signature(has: ["sys_id", "incident_state", "caller_id_value"], lacks: ["number"])),
    ]

    private static let ofJira: [ForeignExport] = [
        ForeignExport(
            what: "the list of Jira's fields", instead: "export issues: GET /rest/api/2/search?expand=changelog,names",
            records: .json(arrays: []), signature: Signature(has: ["id", "name", "navigable", "searchable"])),
        ForeignExport(
            what: "Jira Service Management service levels without the request they belong to",
            instead: "export the issues: GET /rest/api/2/search?expand=changelog; the policy's own clocks judge them",
            records: .json(arrays: ["data.values", "values"]),
            signature: Signature(has: ["name"], hasAny: ["ongoingCycle", "completedCycles"])),
        ForeignExport(
            what: "a warehouse's table of Jira issues with numbers for statuses and priorities",
            instead:
                "join it with the tables `status` and `priority`, or export from Jira: issue navigator > Export > CSV",
            records: .csv, signature: Signature(has: ["id", "key", "issue_type", "resolved", "summary"])),
        ForeignExport(
            what: "a warehouse's table of comments on Jira issues",
            instead: "export the issues with their comments from Jira: GET /rest/api/2/search?fields=*all",
            records: .csv, signature: Signature(has: ["issue_id", "body", "author_id"])),
        ForeignExport(
            what: "a warehouse's table of changes to fields of Jira issues with numbers for fields and values",
            instead: "export the issues with their changelog from Jira: GET /rest/api/2/search?expand=changelog",
            records: .csv, signature: Signature(has: ["field_id", "issue_id", "value"])),
        ForeignExport(
            what: "a warehouse's table of the names of Jira's statuses or priorities",
            instead: "export issues: issue navigator > Export > CSV", records: .csv,
            signature: Signature(has: ["id", "name", "description", "_fivetran_synced"], lacks: ["ticket_id"])),
    ]

    private static let ofZendesk: [ForeignExport] = [
        ForeignExport(
            what: "comments of a Zendesk ticket without its number",
            instead: "export its audits: GET /api/v2/tickets/ID/audits.json; they name it",
            records: .json(arrays: ["comments"]),
            signature: Signature(has: ["body", "public", "author_id"], lacks: ["ticket_id"])),
        ForeignExport(
            what: "Zendesk service level policies",
            instead: "export tickets: GET /api/v2/incremental/tickets.json; promises stand in the policy file",
            records: .json(arrays: ["sla_policies"]), signature: Signature(has: ["title", "policy_metrics"])),
        ForeignExport(
            what: "the list of Zendesk's ticket fields",
            instead: "export tickets: GET /api/v2/incremental/tickets.json?include=metric_sets",
            records: .json(arrays: ["ticket_fields"]), signature: Signature(has: ["id", "type", "title"])),
        ForeignExport(
            what: "Zendesk's log of changes to its own settings",
            instead: "export audits of tickets: GET /api/v2/ticket_audits.json", records: .csv,
            signature: Signature(has: ["source_type", "source_label", "change_description"])),
        ForeignExport(
            what: "a warehouse's table of Zendesk's business hours, holidays or the tickets they hold for",
            instead: "export tickets; calendars stand in the policy file", records: .csv,
            signature: Signature(
                hasAny: ["schedule_id", "start_time_utc"], lacks: ["subject", "status"])),
    ]

    private static let ofFreshdesk: [ForeignExport] = [
        ForeignExport(
            what: "a list of Freshdesk time entries",
            instead: "export tickets: GET /api/v2/tickets?include=stats",
            records: .json(arrays: ["time_entries"]),
            signature: Signature(has: ["ticket_id", "time_spent", "billable"]))
    ]

    private static let ofBugzilla: [ForeignExport] = [
        ForeignExport(
            what: "a list of Bugzilla bugs without their opening",
            instead: "add the column: buglist.cgi?ctype=csv&columnlist=opendate,bug_severity,bug_status,short_desc,…",
            records: .csv, signature: Signature(has: ["bug_id", "short_desc"], lacks: ["opendate"]))
    ]
}
