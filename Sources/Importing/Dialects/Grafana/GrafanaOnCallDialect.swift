import Diagnostics
package import IncidentModel
package import Syntax

/// Alert groups of Grafana OnCall: answers of `/api/v1/alert_groups`, and the bodies that its webhooks send.
///
/// A webhook's body holds the alert group as it stood at one moment; its state is a change of state at that moment.
package struct GrafanaOnCallDialect: ExportDialect {
    package let name = "grafana-oncall"
    package let system = "grafana-oncall"
    package let kind = SystemKind.paging
    package let summary = "Grafana OnCall alert groups (API, or webhook bodies)"
    package let howToExport = "GET https://ONCALL/api/v1/alert_groups/?page=1, or save what an outgoing webhook sends"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["results"])
    package let signature = Signature(hasAny: ["alert_group.alerts_count", "alerts_count"], lacks: ["alert_type"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let group = record.inner(Field.group) ?? record
        var draft = newDraft(record)
        draft.id = group.text(Field.id) ?? record.text(Field.groupID)
        record.notes.recordName = draft.id?.value
        draft.severityWord = group.text(Field.severityLabel) ?? record.text(Field.commonSeverity)
        draft.facts.title = group.text(Field.title)
        draft.facts.statusWord = group.text(Field.state)
        draft.facts.service = group.text(Field.serviceLabel) ?? record.text(Field.commonService)
        draft.alias(group.text(Field.url), in: Reference.url)
        draft.alias(record.text(Field.fingerprint), in: Reference.alertKey)
        for alert in record.list(Field.alerts) {
            draft.alias(alert.text(Field.alertFingerprint), in: Reference.alertKey)
        }
        draft.record(.detected, at: stamps.instant(Field.createdAt, in: group))
        draft.record(.triaged, at: stamps.instant(Field.acknowledgedAt, in: group))
        if draft.facts.statusWord.map({ $0.value == "resolved" }) ?? true {
            draft.record(.resolved, at: stamps.instant(Field.resolvedAt, in: group))
        }
        if depth == .everything { readStory(record, &draft.facts.story) }
        if record.has(Field.group) { tell(record, stamps, &draft) }
        return .incident(draft)
    }

    private func readStory(_ record: RecordReader, _ story: inout Story) {
        story.source = record.text(Field.integration)
        story.team = record.text(Field.team)
        story.description = record.text(Field.description)
        story.add("Acknowledged by", record.text(Field.acknowledgedBy))
        story.add("Resolved by", record.text(Field.resolvedBy))
        for user in record.list(Field.notified) { story.add("Notified", user.text(Field.username)) }
    }

    /// What the message is about: `resolve`, by whom and when.
    private func tell(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        let at = stamps.instant(Field.eventTime, in: record)
        if let at, let type = record.text(Field.eventType) {
            let words = String(type.value.map { $0 == "_" ? " " : $0 })
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: words.prefix(1).uppercased() + words.dropFirst(),
                    actor: record.text(Field.actor)?.value, system: system, origin: type.origin))
        }
        draft.becomeMessage(at: at)
    }
}

/// The alerts of alert groups: answers of `/api/v1/alerts`. Each names its group.
package struct GrafanaOnCallAlertsDialect: ExportDialect {
    package let name = "grafana-oncall-alerts"
    package let system = "grafana-oncall"
    package let kind = SystemKind.paging
    package let summary = "Grafana OnCall alerts, to be read with their alert groups"
    package let howToExport = "GET https://ONCALL/api/v1/alerts/?alert_group_id=ID"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["results"])
    package let signature = Signature(has: ["id", "alert_group_id", "payload"], lacks: ["alert_group"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.groupID)
        record.notes.recordName = draft.id?.value
        guard draft.id != nil, let at = stamps.instant(Field.createdAt, in: record) else {
            return .unusable(.loose("an alert", "its alert group or its date", record))
        }
        let text = record.text(Field.payloadTitle) ?? record.text(Field.payloadRule)
        draft.facts.story.timeline = [
            TimelineEntry(
                instant: at.value, text: "Alert: " + (text?.value ?? "without a title"), actor: nil, system: system,
                origin: record.origin)
        ]
        return .fragment(draft)
    }
}

private enum Field {
    static let group: FieldPath = "alert_group"
    static let groupID: FieldPath = "alert_group_id"
    static let id: FieldPath = "id"
    static let title: FieldPath = "title"
    static let state: FieldPath = "state"
    static let createdAt: FieldPath = "created_at"
    static let acknowledgedAt: FieldPath = "acknowledged_at"
    static let resolvedAt: FieldPath = "resolved_at"
    static let url: FieldPath = "permalinks.web"
    static let severityLabel: FieldPath = "labels.severity"
    static let serviceLabel: FieldPath = "labels.service_name"
    static let commonSeverity: FieldPath = "alert_payload.commonLabels.severity"
    static let commonService: FieldPath = "alert_payload.commonLabels.service"
    static let description: FieldPath = "alert_payload.annotations.description"
    static let fingerprint: FieldPath = "alert_payload.fingerprint"
    static let alerts: FieldPath = "alert_payload.alerts"
    static let alertFingerprint: FieldPath = "fingerprint"
    static let integration: FieldPath = "integration.name"
    static let team: FieldPath = "integration.team"
    static let acknowledgedBy: FieldPath = "alert_group_acknowledged_by.username"
    static let resolvedBy: FieldPath = "alert_group_resolved_by.username"
    static let notified: FieldPath = "notified_users"
    static let username: FieldPath = "username"
    static let eventType: FieldPath = "event.type"
    static let eventTime: FieldPath = "event.time"
    static let actor: FieldPath = "user.username"
    static let payloadTitle: FieldPath = "payload.title"
    static let payloadRule: FieldPath = "payload.ruleName"
}
