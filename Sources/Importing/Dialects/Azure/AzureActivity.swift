import Diagnostics
import IncidentModel
import Syntax

private typealias Field = AzureField

/// An entry of Azure's activity log that an alert rule let through.
///
/// Only events of Service Health tell of an incident, and of these only the type `Incident`: planned maintenance is set
/// aside as such. What somebody did to a resource (`Administrative`, `Autoscale`, `Policy` …) is no incident.
enum AzureActivity {
    static func draft(
        _ event: RecordReader, _ status: Sourced<String>?, _ stamps: StampReader, _ depth: ReadingDepth,
        _ draft: IncidentDraft, _ record: RecordReader
    ) -> Draft {
        var draft = draft
        let details = event.inner(Field.properties)
        draft.id = details?.text(Field.trackingID) ?? event.text(Field.correlationID)
        record.notes.recordName = draft.id?.value
        guard event.text(Field.eventSource)?.value == "ServiceHealth", let details else {
            return .setAside(
                SetAside(
                    rule: SetAside.notAnIncident, id: event.text(Field.eventDataID)?.value, origin: record.origin))
        }
        let type = details.text(Field.incidentType)?.value
        if type == "Maintenance" { draft.setAside = SetAside.maintenance }
        if let type, type != "Maintenance", type != "Incident" { draft.setAside = SetAside.notAnIncident }
        draft.severityWord = event.text(Field.level)
        draft.record(.started, at: stamps.instant(Field.impactStart, in: details))
        let told = stamps.instant(Field.eventTimestamp, in: event)
        let end = stamps.instant(Field.impactMitigation, in: details)
        // What is told after the end of the impact is no detection.
        if let told, end.map({ told.value <= $0.value }) ?? true { draft.record(.detected, at: told) }
        draft.record(.mitigated, at: end)
        if let told, let stage = details.text(Field.stage) ?? status {
            draft.facts.statusHistory = [StatusChange(instant: told.value, word: stage.value, origin: stage.origin)]
        }
        draft.facts.title = details.text(Field.defaultTitle) ?? details.text(Field.title)
        draft.facts.service = details.text(Field.affectedService)
        let words = details.text(Field.defaultCommunication) ?? details.text(Field.communication)
        let plain = words.map { Sourced(HTMLText.plain($0.value), $0.origin) }
        draft.linkTexts = [words].compactMap(\.self)
        if let told, let plain {
            draft.facts.story.timeline = [
                TimelineEntry(
                    instant: told.value, text: plain.value, actor: "Azure Service Health", system: draft.facts.system,
                    kind: .note, origin: plain.origin)
            ]
        }
        if depth == .everything {
            draft.facts.story.description = plain
            draft.facts.story.impact.summary = details.text(Field.region)
        }
        return .incident(draft)
    }
}
