import Diagnostics
package import IncidentModel
package import Syntax

/// A list of Bugzilla bugs as CSV. Its stamps name no zone; `opendate` has to be among its columns.
package struct BugzillaCSVDialect: ExportDialect {
    package let name = "bugzilla-csv"
    package let system = BugzillaBug.system
    package let kind = SystemKind.ticketing
    package let summary = "list of Bugzilla bugs (CSV)"
    package let howToExport =
        "buglist.cgi?ctype=csv&columnlist=opendate,bug_severity,priority,bug_status,resolution,short_desc,component,…"
    package let milestones: [Milestone] = [.detected]
    package let records = RecordPath.csv
    package let signature = Signature(has: ["bug_id", "short_desc", "opendate"])
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
        draft.record(.detected, at: stamps.instant(Field.opened, in: record))
        draft.assign(to: record.text(Field.assignee))
        if depth == .everything {
            draft.facts.story.team = record.text(Field.product)
            draft.facts.story.resolution = BugzillaBug.word(record.text(Field.resolution))
        }
        return .incident(draft)
    }

    private enum Field {
        static let id: FieldPath = "bug_id"
        static let title: FieldPath = "short_desc"
        static let severity: FieldPath = "bug_severity"
        static let priority: FieldPath = "priority"
        static let status: FieldPath = "bug_status"
        static let resolution: FieldPath = "resolution"
        static let product: FieldPath = "product"
        static let component: FieldPath = "component"
        static let opened: FieldPath = "opendate"
        static let assignee: FieldPath = "assigned_to"
    }
}
