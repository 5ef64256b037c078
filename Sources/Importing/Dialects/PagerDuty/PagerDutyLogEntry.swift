import Diagnostics
import IncidentModel
import Syntax

private typealias Field = PagerDutyField

/// One line of an incident's log, inside the incident or in an answer of its own.
struct PagerDutyLogEntry {
    let record: RecordReader
    let stamps: StampReader

    var createdAt: Stamp? { stamps.instant(Field.createdAt, in: record) }

    /// `acknowledge_log_entry`.
    private var type: String { record.text(Field.type)?.value ?? "" }

    func read(into draft: inout IncidentDraft, _ log: inout PhaseLog) {
        guard let at = createdAt else { return }
        switch type {
        case "acknowledge_log_entry": log.add(.acknowledged, at: at)
        case "resolve_log_entry": log.add(.resolved, at: at)
        case "reopen_log_entry": log.add(.opened, at: at)
        case "priority_change_log_entry":
            if let word = record.text(Field.newPriority) ?? record.text(Field.newPriorityName) {
                draft.severityChanges.append(.init(instant: at.value, word: word))
            }
        default: break
        }
        guard let text else { return }
        if kind == .note { draft.linkTexts.append(text) }
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: words(text), actor: record.text(Field.agent)?.value,
                system: draft.facts.system, kind: kind, origin: record.origin))
    }

    private var kind: TimelineEntry.Kind {
        switch type {
        case "annotate_log_entry": .note
        case "priority_change_log_entry", "urgency_change_log_entry": .severity
        default: .event
        }
    }

    /// A note's own words; of everything else the line that PagerDuty shows.
    private var text: Sourced<String>? {
        guard kind == .note else { return record.text(Field.summary) ?? record.text(Field.type) }
        return record.text(Field.note) ?? record.text(Field.channelContent) ?? record.text(Field.channelSummary)
            ?? record.text(Field.summary)
    }

    /// A trigger says what it was triggered with.
    private func words(_ text: Sourced<String>) -> String {
        guard type == "trigger_log_entry", let event = record.text(Field.eventDescription), event.value != text.value
        else { return text.value }
        return text.value + ": " + event.value
    }
}

/// What somebody wrote down, inside the incident or in an answer of its own.
struct PagerDutyNote {
    let record: RecordReader
    let stamps: StampReader

    /// `false` where it has no date or no words.
    @discardableResult
    func read(into draft: inout IncidentDraft) -> Bool {
        guard let at = stamps.instant(Field.createdAt, in: record), let text = record.text(Field.content) else {
            return false
        }
        draft.linkTexts.append(text)
        let author = record.text(Field.userSummary) ?? record.text(Field.userName)
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: text.value, actor: author?.value, system: draft.facts.system, kind: .note,
                origin: record.origin))
        return true
    }
}

/// What monitoring sent, inside the incident or in an answer of its own.
struct PagerDutyAlert {
    let record: RecordReader
    let stamps: StampReader

    func read(into draft: inout IncidentDraft) {
        guard let at = stamps.instant(Field.createdAt, in: record), let text = record.text(Field.summary) else {
            return
        }
        draft.linkTexts.append(text)
        let severity = record.text(Field.severity).map { " (\($0.value))" } ?? ""
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: "Alert: " + text.value + severity, actor: record.text(Field.service)?.value,
                system: draft.facts.system, origin: record.origin))
    }
}
