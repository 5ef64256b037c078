import Diagnostics
import IncidentModel
import Syntax

private typealias Field = PagerDutyField

/// One event of webhooks v3: what happened, when, and the resource that it happened to.
struct PagerDutyEvent {
    let dialect: PagerDutyWebhookDialect
    let record: RecordReader
    let event: RecordReader
    let stamps: StampReader
    let depth: ReadingDepth

    var draft: Draft {
        let type = event.text(Path.type)?.value ?? ""
        guard let data = event.inner(Path.data) else { return ignored(type) }
        let resource = data.text(Field.type)?.value ?? ""
        if type.hasPrefix("service.") || resource == "service" { return service(data) }
        if resource == "incident" { return incident(type, data) }
        guard data.has(Field.incidentID) else { return ignored(type) }
        return part(type, data)
    }

    private var occurredAt: Stamp? { stamps.instant(Path.occurredAt, in: event) }

    /// A ping, or a resource that is no part of an incident.
    private func ignored(_ type: String) -> Draft {
        let rule = type.hasPrefix("pagey.") ? SetAside.test : SetAside.notAnIncident
        return .setAside(SetAside(rule: rule, id: event.text(Field.id)?.value, origin: record.origin))
    }

    private func service(_ data: RecordReader) -> Draft {
        guard let profile = PagerDutyServicesDialect.profile(data) else { return ignored("service") }
        return .service(profile)
    }

    /// The whole incident as it stood. Without a detection it can only be a part of what another record tells.
    private func incident(_ type: String, _ data: RecordReader) -> Draft {
        var draft = dialect.newDraft(record)
        let reading = PagerDutyIncident(record: data, stamps: stamps)
        reading.readFigures(into: &draft)
        if depth == .everything { reading.readStory(into: &draft.facts.story, title: draft.facts.title) }
        let at = occurredAt
        switch type {
        case "incident.triggered": draft.record(.detected, at: reading.createdAt ?? at)
        case "incident.acknowledged": draft.record(.triaged, at: at)
        case "incident.resolved": draft.record(.resolved, at: at)
        case "incident.priority_updated":
            if let at, let word = draft.severityWord {
                draft.severityChanges.append(.init(instant: at.value, word: word))
            }
        default: break
        }
        tell(type, at, in: &draft)
        draft.becomeMessage(at: at)
        return draft.facts.milestones[.detected] == nil ? .fragment(draft) : .incident(draft)
    }

    /// A note, a status update, a responder: the event names the incident that it belongs to.
    private func part(_ type: String, _ data: RecordReader) -> Draft {
        var draft = dialect.newDraft(record)
        draft.id = data.text(Field.incidentID)
        record.notes.recordName = draft.id?.value
        draft.inferable = PagerDutyIncident.inferable
        let at = occurredAt
        let text = data.text(Field.content) ?? data.text(Field.message)
        draft.linkTexts = [text].compactMap(\.self)
        if type == "incident.status_update_published" {
            guard depth == .everything else { return .fragment(draft) }
            draft.facts.story.communications.append(
                Communication(
                    instant: at?.value, channel: "status_update", audience: "internal", body: text?.value,
                    origin: data.origin))
        } else if let at, let text {
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text.value, actor: event.text(Field.agent)?.value,
                    system: draft.facts.system, kind: .note, origin: data.origin))
        } else {
            tell(type, at, in: &draft)
        }
        return .fragment(draft)
    }

    /// `incident.priority_updated` as a line of the timeline: `Priority updated`.
    private func tell(_ type: String, _ at: Stamp?, in draft: inout IncidentDraft) {
        guard let at else { return }
        let name = type.hasPrefix("incident.") ? type.dropFirst("incident.".count) : type[...]
        let words = String(name.map { $0 == "_" || $0 == "." ? " " : $0 })
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: words.prefix(1).uppercased() + words.dropFirst(),
                actor: event.text(Field.agent)?.value, system: draft.facts.system, origin: event.origin))
    }
}

private enum Path {
    static let type: FieldPath = "event_type"
    static let occurredAt: FieldPath = "occurred_at"
    static let data: FieldPath = "data"
}
