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
        // Of a long document of the program's own, the head shows what was assessed.
        hasAny: ["incidentId", "incidentSummary.title", "assessment.asOf"])
    package let writesUTC = false
    package let readsLessForFigures = true

    private static let all = Set(Milestone.allCases)
    /// What `debrief assess` writes: it states every milestone that was believed, and nothing else is to be found in it.
    private static let ownSchema = "debrief/coordinator-response/1"

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.severity)
        draft.facts.title = record.text(Field.title)
        let isOwn = record.text(Field.schema)?.value == Self.ownSchema
        if isOwn { draft.facts.key = record.text(Field.key)?.value }
        draft.facts.statusWord = record.text(isOwn ? Field.statusWord : Field.status)
        draft.facts.service = record.text(Field.service)
        draft.facts.asksForPostMortem = record.flag(isOwn ? Field.postMortemAskedFor : Field.postMortemRequired)
        readMilestones(record, stamps, &draft)
        if isOwn {
            draft.inferable = []
            readInferredMilestones(record, &draft)
        } else {
            readFirstMessage(record, stamps, &draft)
        }
        readReferences(record, &draft)
        if depth == .everything || !draft.inferable.isEmpty {
            readTimeline(record, stamps, &draft.facts.story)
        } else {
            readActors(record, stamps, before: draft.facts.milestones.instant(of: .triaged), &draft.facts.story)
        }
        readCommunications(record, stamps, depth, isOwn: isOwn, &draft.facts.story)
        readPeople(record, stamps, depth, &draft.facts.story)
        readCounts(record, &draft.facts.story.impact)
        draft.facts.story.rootCause = record.text(Field.rootCause)
        draft.facts.story.causeCode = record.text(Field.causeCode)
        draft.facts.story.source = record.text(Field.source)
        draft.facts.story.team = record.text(Field.owningTeam)
        readActions(record, stamps, &draft)
        if depth == .everything {
            readWords(record, &draft.facts.story)
            readImpact(record, stamps, &draft.facts.story.impact)
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

    /// What was once found in a timeline is not recorded by being written down.
    private func readInferredMilestones(_ record: RecordReader, _ draft: inout IncidentDraft) {
        guard let rules = record.inner(Field.inferredObject) else { return }
        for (milestone, field) in Field.inferred {
            guard let rule = rules.text(field) else { continue }
            draft.facts.milestones[milestone]?.knowledge = .inferred(rule: rule.value)
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
        story.resolution = record.text(Field.resolution)
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
            let kind = entry.text(Field.entryKind).flatMap { TimelineEntry.Kind(rawValue: $0.value) }
            story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text.value, actor: entry.text(Field.actor)?.value, system: system,
                    kind: kind ?? .event, origin: entry.origin))
        }
    }
}
