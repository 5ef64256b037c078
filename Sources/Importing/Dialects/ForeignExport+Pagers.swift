import Syntax

extension ForeignExport {
    /// What PagerDuty, Opsgenie and Grafana OnCall export beside incidents.
    static let ofPagers: [ForeignExport] = [
        ForeignExport(
            what: "PagerDuty priorities",
            instead: "export incidents: GET /incidents; they name their priorities themselves",
            records: .json(arrays: ["priorities"]), signature: Signature(has: ["id"], values: [("type", ["priority"])])),
        ForeignExport(
            what: "PagerDuty past incidents, a list of those that look alike",
            instead: "export the incidents themselves: GET /incidents",
            records: .json(arrays: ["past_incidents"]), signature: Signature(has: ["incident.id", "score"])),
        ForeignExport(
            what: "PagerDuty aggregated analytics (means over many incidents)",
            instead: "export single ones: POST /analytics/raw/incidents",
            records: .json(arrays: ["data"]),
            signature: Signature(has: ["mean_seconds_to_resolve", "total_incident_count"])),
        ForeignExport(
            what: "PagerDuty responses of responders to one incident",
            instead: "export its log: GET /incidents/ID/log_entries",
            records: .json(arrays: ["responses"]), signature: Signature(has: ["responder_id", "requested_at"])),
        ForeignExport(
            what: "PagerDuty users, teams, schedules or escalation policies",
            instead: "export incidents: GET /incidents",
            records: .json(arrays: ["users", "teams", "schedules", "escalation_policies"]),
            signature: Signature(
                has: ["id", "summary"], values: [("type", ["user", "team", "schedule", "escalation_policy"])])),
        ForeignExport(
            what: "an Opsgenie timeline without its incident",
            instead: "put the entries into their incident as `timelines`: the answer does not name it",
            records: .json(arrays: ["data.entries"]),
            signature: Signature(has: ["eventTime", "type", "title.content"])),
        ForeignExport(
            what: "Opsgenie teams", instead: "export incidents or alerts: GET /v1/incidents, GET /v2/alerts",
            records: .json(arrays: ["data"]),
            signature: Signature(has: ["id", "name", "links.api"], lacks: ["message", "status"])),
        ForeignExport(
            what: "Opsgenie users", instead: "export incidents or alerts: GET /v1/incidents, GET /v2/alerts",
            records: .json(arrays: ["data"]), signature: Signature(has: ["username", "fullName", "role.id"])),
        ForeignExport(
            what: "Grafana OnCall webhook deliveries (the alert groups are texts in them)",
            instead: "export the alert groups: GET /api/v1/alert_groups",
            records: .json(arrays: ["results"]), signature: Signature(has: ["event_data", "request_trigger"])),
        ForeignExport(
            what: "Grafana OnCall webhook settings", instead: "export the alert groups: GET /api/v1/alert_groups",
            records: .json(arrays: ["results"]), signature: Signature(has: ["trigger_type", "http_method", "url"])),
    ]
}
