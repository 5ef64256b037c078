package import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = PagerDutyField

/// Answers of `/log_entries` and `/incidents/ID/log_entries`: each line names its incident.
package struct PagerDutyLogEntriesDialect: ExportDialect {
    package let name = "pagerduty-log-entries"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty log entries, to be read with their incidents (REST API v2)"
    package let howToExport = "GET https://api.pagerduty.com/incidents/ID/log_entries?include[]=channels"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["log_entries", "log_entry"])
    package let signature = Signature(
        has: ["id", "type", "channel.type"], lacks: ["incident_number"], envelope: ["log_entries"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        let entry = PagerDutyLogEntry(record: record, stamps: stamps)
        draft.id = record.text(Field.incidentID) ?? record.text(Field.flatIncidentID)
        record.notes.recordName = draft.id?.value
        guard draft.id != nil else { return .unusable(.loose("a log entry", "its incident", record)) }
        guard let at = entry.createdAt else {
            return .unusable(.loose("a log entry", "its date (`created_at`)", record))
        }
        draft.inferable = PagerDutyIncident.inferable
        var log = PhaseLog()
        entry.read(into: &draft, &log)
        draft.record(.triaged, at: log.firstAcknowledgement)
        draft.record(.resolved, at: log.standingResolution)
        if record.text(Field.type)?.value == "trigger_log_entry" { draft.record(.detected, at: at) }
        return .fragment(draft)
    }
}

/// Answers of `/incidents/ID/notes`: they name no incident unless a connector has added it, because the address did.
package struct PagerDutyNotesDialect: ExportDialect {
    package let name = "pagerduty-notes"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty notes that name their incident, to be read with it (connectors)"
    package let howToExport =
        "put the answer of GET …/incidents/ID/notes into the incident as `notes`, or add `incident_id` to each note"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["notes"])
    package let signature = Signature(
        has: ["id", "content", "created_at", "user.id"], lacks: ["title", "status", "body", "incident_number"],
        envelope: ["notes"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.incidentID) ?? record.text(Field.flatIncidentID)
        guard draft.id != nil else { return .unusable(.loose("a note", "its incident", record)) }
        record.notes.recordName = draft.id?.value
        draft.inferable = PagerDutyIncident.inferable
        guard PagerDutyNote(record: record, stamps: stamps).read(into: &draft) else {
            return .unusable(.loose("a note", "its date or its words", record))
        }
        return .fragment(draft)
    }
}

/// Answers of `/incidents/ID/alerts`: each alert names its incident.
package struct PagerDutyAlertsDialect: ExportDialect {
    package let name = "pagerduty-alerts"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty alerts, to be read with their incidents (REST API v2)"
    package let howToExport = "GET https://api.pagerduty.com/incidents/ID/alerts"
    package let milestones: [Milestone] = [.detected]
    package let records = RecordPath.json(arrays: ["alerts"])
    package let signature = Signature(has: ["id", "alert_key", "incident.id"], lacks: ["incident_number"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.incidentID)
        guard draft.id != nil else { return .unusable(.loose("an alert", "its incident", record)) }
        record.notes.recordName = draft.id?.value
        draft.inferable = PagerDutyIncident.inferable
        draft.record(.detected, at: stamps.instant(Field.createdAt, in: record))
        PagerDutyAlert(record: record, stamps: stamps).read(into: &draft)
        return .fragment(draft)
    }
}

extension Diagnostic {
    /// A part of an incident that cannot be placed.
    static func loose(_ part: String, _ missing: String, _ record: RecordReader) -> Diagnostic {
        Diagnostic(
            .looseEntry, "\(part) without \(missing) cannot be placed", at: record.origin,
            help: "put it into its incident's record, or add the incident's id as `incident_id` and the date to it")
    }
}

extension DiagnosticCode {
    package static let looseEntry = DiagnosticCode(
        "loose-entry", .error, "a note, log entry or message names no incident or no date",
        """
        Some answers hold the notes or messages of one incident without saying which, because the address of the request \
        did. What cannot be placed is not guessed into any incident: it is rejected and kept, verbatim, in rejects/. Put \
        it into the incident's own record, or add the incident's id to it.
        """)
}
