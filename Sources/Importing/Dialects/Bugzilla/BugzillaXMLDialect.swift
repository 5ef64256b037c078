import Diagnostics
package import IncidentModel
package import Syntax

/// Bugs as Bugzilla's page shows them in XML, with their comments.
package struct BugzillaXMLDialect: ExportDialect {
    package let name = "bugzilla-xml"
    package let system = BugzillaBug.system
    package let kind = SystemKind.ticketing
    package let summary = "Bugzilla bugs with comments (XML)"
    package let howToExport = "show_bug.cgi?ctype=xml&id=1&id=2"
    package let milestones: [Milestone] = [.detected]
    package let records = RecordPath.xml(elements: ["bug"])
    package let signature = Signature(has: ["bug_id"], roots: ["bugzilla"])
    package let writesUTC = false

    /// `2009-06-10 16:55:32 +0200`.
    private static let form = StampPattern("yyyy-MM-dd HH:mm:ss Z").map(StampForm.pattern) ?? .standard

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        if record.has(Field.fault) {
            return .setAside(SetAside(rule: Self.withheld, id: draft.id?.value, origin: record.origin))
        }
        let severity = record.text(Field.severity)
        if BugzillaBug.isRequest(severity) {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: draft.id?.value, origin: record.origin))
        }
        draft.severityWord = BugzillaBug.severity(severity, priority: record.text(Field.priority))
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.component) ?? record.text(Field.product)
        draft.inferable = BugzillaBug.inferable
        draft.record(.detected, at: stamps.instant(Field.created, in: record, as: Self.form))
        if BugzillaBug.isOver(draft.facts.statusWord?.value) {
            draft.record(.resolved, at: stamps.instant(Field.lastResolved, in: record, as: Self.form))
        }
        draft.refer(to: record.text(Field.duplicateOf), in: system, as: .duplicate)
        for comment in record.list(Field.comments) { read(comment, stamps, &draft) }
        draft.assign(to: record.text(Field.assigneeName) ?? record.text(Field.assignee))
        if depth == .everything {
            draft.facts.story.description = record.text(Field.firstComment)
            draft.facts.story.team = record.text(Field.product)
            draft.facts.story.resolution = record.text(Field.resolution)
        }
        return .incident(draft)
    }

    private func read(_ comment: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        let text = comment.text(Field.text)
        if let text { draft.linkTexts.append(text) }
        guard let at = stamps.instant(Field.when, in: comment, as: Self.form) else { return }
        let isPrivate = comment.text(Field.isPrivate)?.value == "1"
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: text?.value ?? "",
                actor: (comment.text(Field.authorName) ?? comment.text(Field.author))?.value, system: system,
                kind: isPrivate ? .note : .comment, origin: comment.origin))
    }

    /// `<bug error="NotPermitted">`, or `NotFound`: only its number is shown.
    private static let withheld = "withheld"

    private enum Field {
        static let fault: FieldPath = "@error"
        static let id: FieldPath = "bug_id"
        static let title: FieldPath = "short_desc"
        static let severity: FieldPath = "bug_severity"
        static let priority: FieldPath = "priority"
        static let status: FieldPath = "bug_status"
        static let resolution: FieldPath = "resolution"
        static let product: FieldPath = "product"
        static let component: FieldPath = "component"
        static let created: FieldPath = "creation_ts"
        static let lastResolved: FieldPath = "cf_last_resolved"
        static let duplicateOf: FieldPath = "dup_id"
        static let assignee: FieldPath = "assigned_to"
        static let assigneeName: FieldPath = "assigned_to@name"
        static let firstComment: FieldPath = "long_desc.thetext"
        static let comments: FieldPath = "long_desc"
        static let text: FieldPath = "thetext"
        static let when: FieldPath = "bug_when"
        static let author: FieldPath = "who"
        static let authorName: FieldPath = "who@name"
        static let isPrivate: FieldPath = "@isprivate"
    }
}
