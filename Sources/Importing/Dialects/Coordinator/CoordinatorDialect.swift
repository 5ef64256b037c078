import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = CoordinatorField

/// The coordinator specification's own response document ("Response Format"), with the optional additions that the
/// program's interface documents: as one object, an array, an array inside an object, or one object a line.
package struct CoordinatorDialect: ExportDialect {
    package let name = "coordinator"
    package let system = "coordinator"
    package let kind = SystemKind.coordinator
    package let summary = "coordinator response documents (JSON or NDJSON)"
    package let howToExport = "save the coordinator's response documents, or write them with `debrief assess`"
    package let milestones = Milestone.allCases
    package let records = RecordPath.json(arrays: ["incidents"])
    package let signature = Signature(
        hasAny: ["incidentId", "incidentSummary.title"])
    package let writesUTC = false
    package let readsLessForFigures = true

    private static let all = Set(Milestone.allCases)

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.severity)
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.service)
        draft.facts.asksForPostMortem = record.flag(Field.postMortemRequired)
        readMilestones(record, stamps, &draft)
        readFirstMessage(record, stamps, &draft)
        readReferences(record, &draft)
        if depth == .everything || !draft.inferable.isEmpty {
            readTimeline(record, stamps, &draft.facts.story)
        } else {
            readActors(record, stamps, before: draft.facts.milestones.instant(of: .triaged), &draft.facts.story)
        }
        readCommunications(record, stamps, depth, &draft.facts.story)
        readPeople(record, stamps, depth, &draft.facts.story)
        readCounts(record, &draft.facts.story.impact)
        draft.facts.story.rootCause = record.text(Field.rootCause)
        if depth == .everything {
            readWords(record, &draft.facts.story)
            readImpact(record, stamps, &draft.facts.story.impact)
            readActions(record, stamps, &draft)
            readContext(record, stamps, &draft.facts.story)
        }
        return .incident(draft)
    }

    private func readMilestones(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        for (milestone, field) in Field.lifecycle { draft.record(milestone, at: stamps.instant(field, in: record)) }
        if draft.facts.milestones[.detected] == nil {
            draft.record(.detected, at: stamps.instant(Field.detectedAt, in: record))
        }
        if record.inner(Field.lifecycleObject) == nil { draft.inferable = Self.all }
        for change in record.list(Field.severityHistory) {
            if let at = stamps.instant(Field.at, in: change), let word = change.text(Field.severity) {
                draft.severityChanges.append(.init(instant: at.value, word: word))
            }
        }
    }

    /// Where no field names the first message, the message log does: its first entry to anyone outside.
    private func readFirstMessage(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        guard draft.facts.milestones[.communicated] == nil else { return }
        let moments = record.list(Field.communicationLog).compactMap { message -> Stamp? in
            guard let audience = message.text(Field.audience), audience.value != "internal" else { return nil }
            return stamps.instant(Field.at, in: message)
        }
        draft.record(.communicated, at: moments.min { $0.value < $1.value })
    }

    private func readWords(_ record: RecordReader, _ story: inout Story) {
        story.description = record.text(Field.description)
        story.source = record.text(Field.source)
        story.isCauseConfirmed = record.flag(Field.rootCauseConfirmed)?.value ?? false
    }

    /// Who did something, and when: what clocks look for in a timeline whose words nobody needs. Entries from the triage
    /// on are left out, for the triage is an action itself.
    private func readActors(
        _ record: RecordReader, _ stamps: StampReader, before triaged: Instant?, _ story: inout Story
    ) {
        for entry in record.list(Field.timeline) {
            guard let at = stamps.instant(Field.timestamp, in: entry), triaged.map({ at.value < $0 }) ?? true,
                let actor = entry.text(Field.actor), entry.scan(Field.event, { _ in }) != nil
            else { continue }
            story.timeline.append(
                TimelineEntry(instant: at.value, text: "", actor: actor.value, system: name, origin: entry.origin))
        }
    }

    private func readTimeline(_ record: RecordReader, _ stamps: StampReader, _ story: inout Story) {
        for entry in record.list(Field.timeline) {
            guard let at = stamps.instant(Field.timestamp, in: entry), let text = entry.text(Field.event) else {
                continue
            }
            story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text.value, actor: entry.text(Field.actor)?.value, system: system,
                    origin: entry.origin))
        }
    }
}
