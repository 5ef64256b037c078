import Syntax

extension ForeignExport {
    /// What monitoring systems export beside alerts.
    static let ofMonitors: [ForeignExport] = [
        ForeignExport(
            what: "the alerts of a Prometheus server itself, without fingerprints and ends",
            instead: "export them from the Alertmanager: amtool alert query -o json, or GET /api/v2/alerts",
            records: .json(arrays: ["data.alerts"]),
            signature: Signature(has: ["activeAt", "labels.alertname", "state"])),
        ForeignExport(
            what: "a search of Datadog's service level objectives",
            instead: "export incidents: GET /api/v2/incidents",
            records: .json(arrays: ["data.attributes.slos"]), signature: Signature(has: ["data.attributes.sloType"])),
        ForeignExport(
            what: "a list of Datadog's service level objectives", instead: "export incidents: GET /api/v2/incidents",
            records: .json(arrays: ["data"]),
            signature: Signature(has: ["id", "name", "thresholds"], hasAny: ["monitor_ids", "query.numerator"])),
        ForeignExport(
            what: "the history of one Datadog service level objective",
            instead: "export incidents: GET /api/v2/incidents",
            records: .json(arrays: ["data"]), signature: Signature(has: ["from_ts", "to_ts", "overall"])),
        ForeignExport(
            what: "a list of Datadog monitors as they stand now",
            instead: "export incidents: GET /api/v2/incidents",
            records: .json(arrays: []), signature: Signature(has: ["overall_state", "query", "type"])),
        ForeignExport(
            what: "a list of CloudWatch alarms as they stand now",
            instead: "export their history: aws cloudwatch describe-alarm-history --history-item-type StateUpdate",
            records: .json(arrays: ["MetricAlarms", "CompositeAlarms"]),
            signature: Signature(has: ["AlarmArn", "StateValue"], lacks: ["NewStateValue"])),
        ForeignExport(
            what: "an AWS CloudFormation template",
            instead: "export AWS Health events: aws health describe-events, or keep what an EventBridge rule delivers",
            records: .json(arrays: []), signature: Signature(has: ["AWSTemplateFormatVersion"])),
        ForeignExport(
            what:
                "a list of Icinga 2 objects as they stand now, without the beginnings and ends of problems",
            instead:
                "export the history (Icinga Web 2: History > Event Overview > Export > JSON), and describe it with "
                + "--field-map; or export what your pager or ticket system made of it",
            records: .json(arrays: ["results"]), signature: Signature(has: ["attrs", "joins", "type"])),
        ForeignExport(
            what: "an Icinga 2 answer to an action",
            instead:
                "export the history (Icinga Web 2: History > Event Overview > Export > JSON), and describe it with "
                + "--field-map",
            records: .json(arrays: ["results"]), signature: Signature(has: ["code", "status"], lacks: ["attrs", "id"])),
    ]
}
