import Diagnostics
import IncidentModel
import Syntax

/// An alert of Alertmanager: labels that make it the alert that it is, annotations that explain it.
enum AlertmanagerAlert {
    static let system = "alertmanager"

    static func draft(
        _ draft: IncidentDraft, _ record: RecordReader, _ status: Sourced<String>?, _ stamps: StampReader,
        _ depth: ReadingDepth
    ) -> Draft {
        var draft = draft
        let start = stamps.instant(Field.startsAt, in: record)
        let fingerprint = record.text(Field.fingerprint) ?? LabelFingerprint.of(record.inner(Field.labels))
        draft.id = AlertEpisode.id(fingerprint, since: start)
        record.notes.recordName = draft.id?.value
        draft.setAside = rule(record, status)
        draft.severityWord = record.text(Field.severity) ?? record.text(Field.priority)
        draft.record(.detected, at: start)
        if status?.value == "resolved" { draft.record(.resolved, at: stamps.instant(Field.endsAt, in: record)) }
        draft.alias(fingerprint, in: Reference.alertKey)

        let name = record.text(Field.alertName)
        let summary = record.text(Field.summary) ?? record.text(Field.title)
        let description = record.text(Field.description) ?? record.text(Field.message) ?? record.text(Field.help)
        draft.facts.title = summary ?? name
        // What one message calls firing, a later one calls resolved: only the last word is the alert's.
        if !draft.isMessage || status?.value == "resolved" { draft.facts.statusWord = status }
        draft.facts.service = record.text(Field.service) ?? record.text(Field.app) ?? record.text(Field.job)
        draft.linkTexts = [summary, description].compactMap(\.self)
        if depth == .everything {
            draft.facts.story.description = description
            draft.facts.story.source = name
            draft.facts.story.team = record.text(Field.team)
        }
        return .incident(draft)
    }

    /// Of a silenced or inhibited alert nobody was told. The alerts of ``heartbeats`` prove that alerting works.
    private static func rule(_ record: RecordReader, _ status: Sourced<String>?) -> String? {
        if status?.value == "suppressed" { return SetAside.suppressed }
        guard let name = record.text(Field.alertName) else { return nil }
        return heartbeats.contains(name.value) ? SetAside.notAnIncident : nil
    }

    /// Alerts that always fire (kube-prometheus: `Watchdog`, formerly `DeadMansSwitch`), and the one that only inhibits
    /// others (`InfoInhibitor`).
    private static let heartbeats: Set<String> = ["Watchdog", "DeadMansSwitch", "InfoInhibitor"]

    private enum Field {
        static let fingerprint: FieldPath = "fingerprint"
        static let startsAt: FieldPath = "startsAt"
        static let endsAt: FieldPath = "endsAt"
        static let labels: FieldPath = "labels"
        static let alertName: FieldPath = "labels.alertname"
        static let severity: FieldPath = "labels.severity"
        static let priority: FieldPath = "labels.priority"
        static let service: FieldPath = "labels.service"
        static let app: FieldPath = "labels.app"
        static let job: FieldPath = "labels.job"
        static let team: FieldPath = "labels.team"
        static let summary: FieldPath = "annotations.summary"
        static let title: FieldPath = "annotations.title"
        static let description: FieldPath = "annotations.description"
        static let message: FieldPath = "annotations.message"
        static let help: FieldPath = "annotations.help"
    }
}
