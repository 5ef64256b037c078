import Diagnostics
package import Importing
package import IncidentModel
package import Syntax

/// Tickets of Harbour Desk, a help desk that writes one JSON array. Its stamps carry offsets.
package struct HarbourDeskDialect: ExportDialect {
    package let name = "harbour-desk"
    package let system = "harbour-desk"
    package let kind = SystemKind.ticketing
    package let summary = "Harbour Desk tickets (JSON)"
    package let howToExport = "Tickets > Export > JSON"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["tickets"])
    package let signature = Signature(has: ["ticket", "raised"], hasAny: ["accepted", "settled"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text("ticket")
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text("grade")
        draft.facts.title = record.text("headline")
        draft.facts.service = record.text("product")
        draft.record(.detected, at: stamps.instant("raised", in: record))
        draft.record(.triaged, at: stamps.instant("accepted", in: record))
        draft.record(.resolved, at: stamps.instant("settled", in: record))
        draft.refer(to: record.text("pager"), in: "pagerduty")
        if depth == .everything { draft.facts.story.description = record.text("words") }
        return .incident(draft)
    }
}
