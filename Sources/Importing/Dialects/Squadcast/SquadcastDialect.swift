import Diagnostics
package import IncidentModel
package import Syntax

/// Incidents that Squadcast exports, with their logs.
///
/// Go's zero time stands for "not yet". `tta (ms)` and `ttr (ms)` count milliseconds from the creation, and 0 stands for
/// "not yet". That a post-mortem was begun is in the log; that it was held or published is not.
package struct SquadcastDialect: ExportDialect {
    package let name = "squadcast"
    package let system = "squadcast"
    package let kind = SystemKind.paging
    package let summary = "Squadcast incidents with their logs (JSON export)"
    package let howToExport =
        "GET https://api.squadcast.com/v3/incidents/export?type=json; or Incidents > Export > JSON"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["data", "incidents"])
    package let signature = Signature(
        has: ["id", "title", "status", "created_at", "alert_source"], hasAny: ["acknowledged_at", "tta (ms)", "logs"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.facts.statusWord = record.text(Field.status)
        if draft.facts.statusWord?.value == "suppressed" {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: draft.id?.value, origin: record.origin))
        }
        draft.severityWord =
            record.text(Field.priority) ?? record.text(Field.severityTag) ?? record.text(Field.priorityTag)
        draft.facts.title = record.text(Field.title)
        draft.facts.service = record.text(Field.service)
        draft.alias(record.text(Field.url), in: Reference.url)
        draft.linkTexts = [record.text(Field.description)].compactMap(\.self)
        draft.inferable = [.communicated, .mitigated]
        readLife(record, stamps, &draft)
        if depth == .everything {
            draft.facts.story.description = record.text(Field.description)
            draft.facts.story.source = record.text(Field.source)
            draft.facts.story.add("Assignee", record.text(Field.assignee))
        }
        return .incident(draft)
    }

    private func readLife(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        var log = PhaseLog()
        for entry in record.list(Field.logs) { read(entry, stamps, &draft, &log) }
        let created = stamps.instant(Field.createdAt, in: record)
        draft.record(.detected, at: created)
        let acknowledged = stamps.agreed(
            stamps.instant(Field.acknowledgedAt, in: record),
            stamps.instant(after: created, Field.timeToAcknowledge, unit: 0.001, zeroIsAbsent: true, in: record),
            in: record)
        draft.record(.triaged, at: .earlier(acknowledged, log.firstAcknowledgement))
        draft.facts.reopenings = log.reopenings
        guard draft.facts.statusWord?.value == "resolved" else { return }
        draft.record(
            .resolved,
            at: stamps.agreed(
                stamps.instant(Field.resolvedAt, in: record),
                stamps.instant(after: created, Field.timeToResolve, unit: 0.001, zeroIsAbsent: true, in: record),
                in: record) ?? log.standingResolution)
    }

    private func read(
        _ entry: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft, _ log: inout PhaseLog
    ) {
        guard let at = stamps.instant(Field.time, in: entry), let action = entry.text(Field.action) else { return }
        switch action.value {
        case "acknowledged": log.add(.acknowledged, at: at)
        case "resolved": log.add(.resolved, at: at)
        case "triggered", "reopened": log.add(.opened, at: at)
        default: break
        }
        let note = entry.text(Field.note)
        draft.linkTexts += [note].compactMap(\.self)
        let words = String(action.value.map { $0 == "_" ? " " : $0 })
        let reason = entry.text(Field.reason)?.value ?? words.prefix(1).uppercased() + words.dropFirst()
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: note.map { "\(reason): \($0.value)" } ?? reason, actor: nil, system: system,
                kind: note == nil ? .event : .note, origin: entry.origin))
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let title: FieldPath = "title"
    static let description: FieldPath = "description"
    static let status: FieldPath = "status"
    static let service: FieldPath = "service"
    static let source: FieldPath = "alert_source"
    static let assignee: FieldPath = "assignee"
    static let priority: FieldPath = "priority"
    static let severityTag: FieldPath = "tags.severity.value"
    static let priorityTag: FieldPath = "tags.priority.value"
    static let url: FieldPath = "url"
    static let createdAt: FieldPath = "created_at"
    static let acknowledgedAt: FieldPath = "acknowledged_at"
    static let resolvedAt: FieldPath = "resolved_at"
    static let timeToAcknowledge: FieldPath = "tta (ms)"
    static let timeToResolve: FieldPath = "ttr (ms)"
    static let logs: FieldPath = "logs"
    static let time: FieldPath = "time"
    static let action: FieldPath = "action"
    static let reason: FieldPath = "reason"
    static let note: FieldPath = "additionalInfo.note"
}
