import Diagnostics
package import IncidentModel
package import Syntax

/// Bugs from Bugzilla's REST API.
package struct BugzillaRestDialect: ExportDialect {
    package let name = "bugzilla-rest"
    package let system = BugzillaBug.system
    package let kind = SystemKind.ticketing
    package let summary = "Bugzilla bugs (REST API, JSON)"
    package let howToExport = "GET /rest/bug?product=…, and GET /rest/bug/ID/history for the changes of status"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.json(arrays: ["bugs"])
    package let signature = Signature(
        has: ["id", "summary", "status", "creation_time"], hasAny: ["product", "severity"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        let severity = record.text(Field.severity)
        if BugzillaBug.isRequest(severity) {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: draft.id?.value, origin: record.origin))
        }
        draft.severityWord = BugzillaBug.severity(severity, priority: record.text(Field.priority))
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.component) ?? record.text(Field.product)
        draft.record(.detected, at: stamps.instant(Field.created, in: record))
        if BugzillaBug.isOver(draft.facts.statusWord?.value) {
            draft.record(.resolved, at: stamps.instant(Field.lastResolved, in: record))
        }
        draft.refer(to: record.text(Field.duplicateOf), in: system, as: .duplicate)
        for link in record.list(Field.seeAlso) { draft.refer(to: link.ownText, in: Reference.url) }
        draft.assign(to: record.text(Field.assigneeName) ?? record.text(Field.assignee))
        if depth == .everything {
            draft.facts.story.team = record.text(Field.product)
            draft.facts.story.resolution = record.text(Field.resolution)
        }
        return .incident(draft)
    }

    private enum Field {
        static let id: FieldPath = "id"
        static let title: FieldPath = "summary"
        static let severity: FieldPath = "severity"
        static let priority: FieldPath = "priority"
        static let status: FieldPath = "status"
        static let resolution: FieldPath = "resolution"
        static let product: FieldPath = "product"
        static let component: FieldPath = "component"
        static let created: FieldPath = "creation_time"
        static let lastResolved: FieldPath = "cf_last_resolved"
        static let duplicateOf: FieldPath = "dupe_of"
        static let seeAlso: FieldPath = "see_also"
        static let assignee: FieldPath = "assigned_to"
        static let assigneeName: FieldPath = "assigned_to_detail.real_name"
    }
}
