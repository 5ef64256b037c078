import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = NewRelicField

/// Incidents of New Relic's REST API (version 2): beginnings and ends in milliseconds since 1970, and no words. Violations
/// and events of the same incident bring its title.
package struct NewRelicIncidentsDialect: ExportDialect {
    package let name = "newrelic-incidents"
    package let system = NewRelicField.system
    package let kind = SystemKind.monitoring
    package let summary = "New Relic incidents (REST API v2: alerts_incidents)"
    package let howToExport = "GET /v2/alerts_incidents.json, with alerts_violations.json beside it for titles"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.json(arrays: ["incidents", "incident"])
    package let signature = Signature(has: ["id", "opened_at", "incident_preference"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.record(.detected, at: stamps.instant(Field.openedAt, in: record, as: .epochMilliseconds))
        draft.record(.resolved, at: stamps.instant(Field.closedAt, in: record, as: .epochMilliseconds))
        return .incident(draft)
    }
}

/// Violations of New Relic's REST API: what made an incident open. Their numbers are others than those of incidents, so
/// they are told apart by a prefix, and each is joined to the incident that it names. That one violation closed does not
/// end an incident, which others may keep open: it is told in the timeline, and resolves only a violation that names no
/// incident.
package struct NewRelicViolationsDialect: ExportDialect {
    package let name = "newrelic-violations"
    package let system = NewRelicField.system
    package let kind = SystemKind.monitoring
    package let summary = "New Relic violations (REST API v2: alerts_violations)"
    package let howToExport = "GET /v2/alerts_violations.json"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.json(arrays: ["violations"])
    package let signature = Signature(
        has: ["id", "opened_at", "condition_name"], hasAny: ["label", "policy_name"], envelope: ["violations"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id).map { Sourced("violation-\($0.value)", $0.origin) }
        record.notes.recordName = draft.id?.value
        draft.refer(to: record.text(Field.linkedIncident), in: system, as: .parent)
        draft.severityWord = record.text(Field.priority)
        let opened = stamps.instant(Field.openedAt, in: record, as: .epochMilliseconds)
        draft.record(.detected, at: opened)
        let closed = stamps.instant(Field.closedAt, in: record, as: .epochMilliseconds)
        if closed != nil {
            _ = stamps.agreed(
                closed, stamps.instant(after: opened, Field.duration, zeroIsAbsent: true, in: record), in: record)
        }
        if !record.has(Field.linkedIncident) { draft.record(.resolved, at: closed) }
        draft.facts.story.timeline = [("Violation opened", opened), ("Violation closed", closed)].compactMap {
            what, at in
            at.map {
                TimelineEntry(
                    instant: $0.value, text: "\(what): \(record.text(Field.label)?.value ?? "")", actor: nil,
                    system: system, origin: $0.origin)
            }
        }
        draft.facts.title = record.text(Field.label) ?? record.text(Field.condition)
        draft.facts.service = record.text(Field.entityName)
        if depth == .everything {
            draft.facts.story.source = record.text(Field.condition)
            draft.facts.story.description = record.text(Field.policy)
        }
        return .incident(draft)
    }
}

/// The event log of New Relic's REST API, newest first. What opens an incident introduces it; everything else is a part of
/// the incident that it names.
package struct NewRelicEventsDialect: ExportDialect {
    package let name = "newrelic-events"
    package let system = NewRelicField.system
    package let kind = SystemKind.monitoring
    package let summary = "New Relic alert events (REST API v2: alerts_events)"
    package let howToExport = "GET /v2/alerts_events.json"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["recent_events"])
    package let signature = Signature(
        has: ["id", "event_type", "timestamp", "incident_id"], envelope: ["recent_events"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        guard let incident = record.text(Field.incidentID), incident.value != "0" else {
            return .setAside(
                SetAside(rule: SetAside.notAnIncident, id: record.text(Field.id)?.value, origin: record.origin))
        }
        var draft = newDraft(record)
        draft.id = incident
        record.notes.recordName = incident.value
        let at = stamps.instant(Field.timestamp, in: record, as: .epochMilliseconds)
        let type = record.text(Field.eventType)
        let description = record.text(Field.description)
        if let at {
            let text = [type?.value, description?.value].compactMap(\.self).joined(separator: ": ")
            draft.facts.story.timeline = [
                TimelineEntry(instant: at.value, text: text, actor: nil, system: system, origin: record.origin)
            ]
        }
        switch type?.value {
        case "INCIDENT_OPEN":
            draft.record(.detected, at: at)
            draft.severityWord = record.text(Field.priority)
            draft.facts.title = description
            return .incident(draft)
        case "INCIDENT_ACKNOWLEDGED": draft.record(.triaged, at: at)
        case "INCIDENT_CLOSED", "INCIDENT_CLOSE", "INCIDENT_RESOLVED": draft.record(.resolved, at: at)
        default: break
        }
        return .fragment(draft)
    }
}
