import Diagnostics
package import IncidentModel
package import Syntax

/// Incidents of Opsgenie's Incident API, with their timelines where a connector has put them in.
///
/// The incident itself says when its impact began and ended; who acknowledged and when it was resolved stands in the
/// timeline alone. An entry that Opsgenie makes for a status page does not say who can see the page: it proves no message
/// to customers.
package struct OpsgenieIncidentsDialect: ExportDialect {
    package let name = "opsgenie-incidents"
    package let system = "opsgenie"
    package let kind = SystemKind.paging
    package let summary = "Opsgenie incidents, with their timelines as `timelines` (Incident API)"
    package let howToExport =
        "GET https://api.opsgenie.com/v1/incidents, with …/v2/incident-timelines/ID/entries put into each as `timelines`"
    package let milestones: [Milestone] = [.started, .detected, .triaged, .mitigated, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["data", "values"])
    package let signature = Signature(
        has: ["id", "tinyId", "message", "status", "createdAt"], hasAny: ["impactStartDate", "impactedServices"],
        lacks: ["acknowledged"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.priority)
        draft.facts.title = record.text(Field.message)
        draft.facts.statusWord = record.text(Field.status)
        draft.alias(record.text(Field.tinyID))
        draft.alias(record.text(Field.url), in: Reference.url)
        draft.linkTexts = [record.text(Field.description)].compactMap(\.self)
        draft.inferable = [.communicated]
        draft.record(.started, at: stamps.instant(Field.impactStart, in: record))
        draft.record(.detected, at: stamps.instant(Field.createdAt, in: record))
        draft.record(.mitigated, at: stamps.instant(Field.impactEnd, in: record))
        readTimeline(record, stamps, &draft)
        if depth == .everything {
            draft.facts.story.description = record.text(Field.description)
            draft.facts.story.team = record.text(Field.ownerTeam)
        }
        return .incident(draft)
    }

    private func readTimeline(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        var log = PhaseLog()
        var closing = PhaseLog()
        for entry in record.list(Field.timelines) {
            guard let at = stamps.instant(Field.eventTime, in: entry) else { continue }
            let type = entry.text(Field.type)?.value ?? ""
            switch type {
            case "ResponderAlertAcked", "IncidentAcknowledged": log.add(.acknowledged, at: at)
            case "IncidentResolved": log.add(.resolved, at: at)
            case "IncidentClosed": closing.add(.resolved, at: at)
            case "IncidentOpened", "IncidentReopened":
                log.add(.opened, at: at)
                closing.add(.opened, at: at)
            default: break
            }
            guard let title = entry.text(Field.entryTitle) ?? entry.text(Field.type) else { continue }
            let detail = entry.text(Field.entryDescription)
            draft.linkTexts += [detail].compactMap(\.self)
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: title.value + (detail.map { ": " + $0.value } ?? ""),
                    actor: entry.text(Field.actor)?.value, system: system, kind: Self.kind(type), origin: entry.origin))
        }
        draft.facts.reopenings = log.reopenings
        draft.record(.triaged, at: log.firstAcknowledgement)
        guard draft.facts.statusWord?.value != "open" else { return }
        draft.record(.resolved, at: log.standingResolution)
        if draft.facts.statusWord?.value == "closed" { draft.record(.closed, at: closing.standingResolution) }
    }

    private static func kind(_ type: String) -> TimelineEntry.Kind {
        if type.contains("Note") { return .note }
        return type.hasPrefix("StatusPage") || type.contains("StakeholderUpdate") ? .communication : .event
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let tinyID: FieldPath = "tinyId"
    static let message: FieldPath = "message"
    static let description: FieldPath = "description"
    static let status: FieldPath = "status"
    static let priority: FieldPath = "priority"
    static let createdAt: FieldPath = "createdAt"
    static let impactStart: FieldPath = "impactStartDate"
    static let impactEnd: FieldPath = "impactEndDate"
    static let url: FieldPath = "links.web"
    static let ownerTeam: FieldPath = "ownerTeam"
    static let timelines: FieldPath = "timelines"
    static let eventTime: FieldPath = "eventTime"
    static let type: FieldPath = "type"
    static let entryTitle: FieldPath = "title.content"
    static let entryDescription: FieldPath = "description.content"
    static let actor: FieldPath = "actor.name"
}
