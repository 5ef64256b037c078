import Diagnostics
package import IncidentModel
package import Syntax

/// ServiceNow's XML exports: `<unload>` (Export > XML) and `<xml>` (a list with `?XML`).
///
/// Stamps are the values of the database, in UTC (ServiceNow documentation, "Exporting data").
package struct ServiceNowXMLDialect: ExportDialect {
    package let name = "servicenow-xml"
    package let system = "servicenow"
    package let kind = SystemKind.ticketing
    package let summary = "ServiceNow incidents with their journals (XML unload or list export)"
    package let howToExport = "incident list, header menu > Export > XML; or incident_list.do?XML&sysparm_query=…"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved, .closed]
    package let records = RecordPath.xml(elements: ["incident", "sys_journal_field"])
    package let signature = Signature(hasAny: ["number", "element_id"], roots: ["unload", "xml"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        if record.name == "sys_journal_field" { return journal(record, stamps) }
        return ServiceNowRow(record, .elements, stamps).incident(newDraft(record), depth: depth)
    }

    private func journal(_ record: RecordReader, _ stamps: StampReader) -> Draft {
        guard let at = stamps.instant(Field.createdOn, in: record), let key = record.text(Field.elementID) else {
            return .unusable(
                Diagnostic(
                    .journalWithoutStamp, "a journal entry without its date or the record it belongs to",
                    at: record.origin, help: "it cannot stand in a timeline, and is left out"))
        }
        let kind: TimelineEntry.Kind = record.text(Field.element)?.value == "comments" ? .comment : .note
        var draft = newDraft(record)
        draft.facts.key = key.value
        draft.inferable = ServiceNowRow.inferable
        let text = record.text(Field.value)
        draft.linkTexts = [text].compactMap { $0 }
        draft.facts.story.timeline = [
            TimelineEntry(
                instant: at.value, text: text?.value ?? "", actor: record.text(Field.createdBy)?.value, system: system,
                kind: kind, origin: record.origin)
        ]
        return .fragment(draft)
    }
}

/// The columns of the `sys_journal_field` table.
private enum Field {
    static let element: FieldPath = "element"
    static let elementID: FieldPath = "element_id"
    static let value: FieldPath = "value"
    static let createdOn: FieldPath = "sys_created_on"
    static let createdBy: FieldPath = "sys_created_by"
}
