import Diagnostics
package import IncidentModel
package import Syntax

/// The alerts that Squadcast received for an incident: answers of `/incidents/ID/events`. Each names its incident.
package struct SquadcastEventsDialect: ExportDialect {
    package let name = "squadcast-events"
    package let system = "squadcast"
    package let kind = SystemKind.paging
    package let summary = "Squadcast events, to be read with their incidents"
    package let howToExport = "GET https://api.squadcast.com/v3/incidents/ID/events"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["data", "events"])
    package let signature = Signature(has: ["incident_id", "alert_source_id", "time_of_creation"])
    package let writesUTC = false

    package init() {}

    /// What came in is told, and nothing concluded: `payload.status` is the incident's state at the export.
    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.incident)
        record.notes.recordName = draft.id?.value
        guard draft.id != nil, let at = stamps.instant(Field.createdAt, in: record) else {
            return .unusable(.loose("an event", "its incident or its date", record))
        }
        draft.linkTexts = [record.text(Field.description)].compactMap(\.self)
        draft.facts.story.timeline = [
            TimelineEntry(
                instant: at.value, text: "Alert: " + (record.text(Field.message)?.value ?? "without words"), actor: nil,
                system: system, origin: record.origin)
        ]
        return .fragment(draft)
    }
}

private enum Field {
    static let incident: FieldPath = "incident_id"
    static let createdAt: FieldPath = "time_of_creation"
    static let message: FieldPath = "message"
    static let description: FieldPath = "description"
}
