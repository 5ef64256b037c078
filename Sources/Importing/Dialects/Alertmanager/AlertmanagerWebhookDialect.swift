package import IncidentModel
package import Syntax

/// Messages that Prometheus Alertmanager sends to a webhook receiver (version 4), and Grafana's, which have their form.
///
/// One message tells of the alerts of a group as they stood at that moment; what a later message says of the same firing
/// is put to it by fingerprint and beginning. `endsAt` is Go's zero time while an alert fires, and counts only where its
/// own status says `resolved`.
package struct AlertmanagerWebhookDialect: ExportDialect {
    package let name = "alertmanager-webhook"
    package let system = AlertmanagerAlert.system
    package let kind = SystemKind.monitoring
    package let summary = "Prometheus Alertmanager and Grafana alerting webhook messages (version 4), one or many"
    package let howToExport = "keep the bodies that a webhook receiver (`webhook_configs`) is sent, one a line"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.json(arrays: ["alerts"])
    package let signature = Signature(
        has: ["labels", "startsAt", "status", "endsAt"], lacks: ["status.state"],
        envelope: ["groupKey", "alerts"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.isMessage = true
        return AlertmanagerAlert.draft(draft, record, record.text(Field.status), stamps, depth)
    }

    private enum Field {
        static let status: FieldPath = "status"
    }
}
