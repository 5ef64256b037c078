import Diagnostics
package import IncidentModel
package import Syntax

/// Messages of Google Cloud Monitoring to a webhook (schema 1.2), one for the opening and one for the closing of an
/// incident, each with all of it.
///
/// Moments are seconds since 1970; `ended_at` is null or 0 while the state is `open`. Nothing says who took it on. An
/// incident whose data stopped is closed by itself after a while (`auto_close`), and the message does not tell the
/// difference.
package struct GoogleMonitoringDialect: ExportDialect {
    package let name = "gcp-monitoring"
    package let system = "gcp-monitoring"
    package let kind = SystemKind.monitoring
    package let summary = "Google Cloud Monitoring incidents (webhook messages, schema 1.2), one or many"
    package let howToExport = "keep the bodies that a webhook or Pub/Sub notification channel is sent, one a line"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.json(arrays: ["incident"])
    package let signature = Signature(has: ["incident_id", "started_at", "policy_name", "state"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.isMessage = true
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        let severity = record.text(Field.severity) ?? record.text(Field.severityLabel)
        draft.severityWord = severity.flatMap { $0.value == "No severity" ? nil : $0 }
        let state = record.text(Field.state)
        draft.record(.detected, at: stamps.instant(Field.startedAt, in: record, as: .epochSeconds))
        // The opening's word is no longer true after the closing.
        if state?.value == "closed" {
            draft.facts.statusWord = state
            draft.record(.resolved, at: stamps.instant(Field.endedAt, in: record, as: .epochSeconds))
        }
        draft.facts.title = record.text(Field.policy) ?? record.text(Field.condition)
        draft.facts.service =
            record.text(Field.serviceLabel) ?? record.text(Field.resourceShown) ?? record.text(Field.resource)
        draft.alias(record.text(Field.url), in: Reference.url)
        draft.linkTexts = [record.text(Field.documentation)].compactMap(\.self)
        if depth == .everything {
            draft.facts.story.description = record.text(Field.documentation) ?? record.text(Field.summary)
            draft.facts.story.impact.summary = record.text(Field.summary)
            draft.facts.story.source = record.text(Field.condition)
            draft.facts.story.team = record.text(Field.teamLabel)
        }
        return .incident(draft)
    }

    private enum Field {
        static let id: FieldPath = "incident_id"
        static let state: FieldPath = "state"
        static let severity: FieldPath = "severity"
        static let severityLabel: FieldPath = "policy_user_labels.severity"
        static let startedAt: FieldPath = "started_at"
        static let endedAt: FieldPath = "ended_at"
        static let policy: FieldPath = "policy_name"
        static let condition: FieldPath = "condition_name"
        static let resource: FieldPath = "resource_name"
        static let resourceShown: FieldPath = "resource_display_name"
        static let serviceLabel: FieldPath = "policy_user_labels.service"
        static let teamLabel: FieldPath = "policy_user_labels.team"
        static let url: FieldPath = "url"
        static let summary: FieldPath = "summary"
        static let documentation: FieldPath = "documentation.content"
    }
}
