import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = PagerDutyField

/// What PagerDuty sends to webhooks, saved as it came: v3 events, and the messages of v2 and v1.
///
/// A message tells one moment and, in most cases, the whole incident as it stood then. Its status is therefore a change of
/// status at that moment, and no status of the incident.
package struct PagerDutyWebhookDialect: ExportDialect {
    package let name = "pagerduty-webhook"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty webhook messages (v3 events, v2 and v1 messages)"
    package let howToExport = "save the bodies that a webhook subscription sends, one a line or one a file"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["messages"])
    package let signature = Signature(
        hasAny: ["event.event_type", "data.incident.incident_number", "webhook.endpoint_url"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        if let event = record.has(Message.eventType) ? record.inner(Message.event) : nil {
            return PagerDutyEvent(dialect: self, record: record, event: event, stamps: stamps, depth: depth).draft
        }
        let type = record.has(Message.v1Incident) ? record.text(Field.type) : record.text(Message.event)
        guard let incident = record.inner(Message.v1Incident) ?? record.inner(Message.v2Incident) else {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: type?.value, origin: record.origin))
        }
        var draft = newDraft(record)
        let reading = PagerDutyIncident(record: incident, stamps: stamps)
        reading.readFigures(into: &draft)
        if depth == .everything { reading.readStory(into: &draft.facts.story, title: draft.facts.title) }
        let at = stamps.instant(Field.createdOn, in: record)
        var log = PhaseLog()
        for entry in record.list(Field.logEntries) {
            PagerDutyLogEntry(record: entry, stamps: stamps).read(into: &draft, &log)
        }
        switch type?.value {
        case "incident.acknowledge": log.add(.acknowledged, at: log.firstAcknowledgement ?? at)
        case "incident.resolve": log.add(.resolved, at: log.standingResolution ?? at)
        default: break
        }
        draft.record(.triaged, at: .earlier(draft.facts.milestones[.triaged].map(Stamp.init), log.firstAcknowledgement))
        draft.record(.resolved, at: log.standingResolution)
        draft.becomeMessage(at: at)
        return .incident(draft)
    }
}

private enum Message {
    static let event: FieldPath = "event"
    static let eventType: FieldPath = "event.event_type"
    static let v2Incident: FieldPath = "incident"
    static let v1Incident: FieldPath = "data.incident"
}

extension Stamp {
    /// The moment of a mark.
    init(_ mark: MilestoneMark) { self.init(mark.instant, mark.origin) }
}

extension IncidentDraft {
    /// Turns the status into a change of status at the moment of the message.
    mutating func becomeMessage(at stamp: Stamp?) {
        isMessage = true
        guard let word = facts.statusWord else { return }
        if let stamp {
            facts.statusHistory.append(StatusChange(instant: stamp.value, word: word.value, origin: word.origin))
        }
        facts.statusWord = nil
    }
}
