import Diagnostics
package import IncidentModel
package import Syntax

/// Jira's XML export of a search (`SearchRequest.xml`): an RSS feed of issues with escaped HTML and dates as in mail.
package struct JiraFeedDialect: ExportDialect {
    package let name = "jira-rss"
    package let system = JiraIssue.system
    package let kind = SystemKind.ticketing
    package let summary = "Jira issues with comments (XML export of a search)"
    package let howToExport = "issue navigator > Export > XML"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.xml(elements: ["item"], below: ["channel"])
    package let signature = Signature(has: ["key", "summary", "link"], hasAny: ["status", "created"], roots: ["rss"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.key)
        record.notes.recordName = draft.id?.value
        draft.facts.key = record.text(Field.id)?.value
        draft.facts.title = record.text(Field.summary)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.component)
        draft.severityWord = customField("severity", record) ?? record.text(Field.priority)
        draft.inferable = JiraIssue.inferable
        draft.record(.detected, at: stamps.instant(Field.created, in: record, as: .rfc2822))
        JiraIssue.resolve(
            &draft, at: stamps.instant(Field.resolved, in: record, as: .rfc2822),
            category: record.text(Field.statusCategory), in: record)
        let description = record.text(Field.description).map { Sourced(text: HTMLText.plain($0.value), $0.origin) }
        draft.linkTexts = [description].compactMap(\.self)
        readComments(record, stamps, &draft)
        readNames(record, &draft)
        if record.text(Field.assigneeID)?.value != "-1" { draft.assign(to: record.text(Field.assignee)) }
        if depth == .everything { readStory(record, description, &draft.facts.story) }
        return .incident(draft)
    }

    private func readComments(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        for comment in record.list(Field.comments) {
            let body = comment.ownText.map { Sourced(text: HTMLText.plain($0.value), $0.origin) }
            if let body { draft.linkTexts.append(body) }
            guard let at = stamps.instant(Field.commentCreated, in: comment, as: .rfc2822) else { continue }
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: body?.value ?? "", actor: comment.text(Field.commentAuthor)?.value,
                    system: system, kind: .comment, origin: comment.origin))
        }
    }

    private func readNames(_ record: RecordReader, _ draft: inout IncidentDraft) {
        draft.alias(record.text(Field.link), in: Reference.url)
        if JiraIssue.isIncident(type: record.text(Field.type)) {
            draft.refer(to: record.text(Field.parent), in: system, as: .parent)
        }
        for type in record.list(Field.linkTypes) {
            for links in type.list(Field.outwardLinks)
            where links.text(Field.linkDescription)?.value.lowercased() == "duplicates" {
                for link in links.list(Field.linkedIssue) {
                    draft.refer(to: link.text(Field.linkedKey), in: system, as: .duplicate)
                }
            }
        }
    }

    private func readStory(_ record: RecordReader, _ description: Sourced<String>?, _ story: inout Story) {
        story.description = description
        story.rootCause = customField("root cause", record)
        if record.text(Field.resolutionID)?.value != "-1" { story.resolution = record.text(Field.resolution) }
    }

    /// The first value of a field of the organisation's own, by its name in lower case.
    private func customField(_ name: String, _ record: RecordReader) -> Sourced<String>? {
        let field = record.list(Field.customFields).first {
            $0.text(Field.customFieldName)?.value.lowercased() == name
        }
        return field?.list(Field.customFieldValues).lazy.compactMap(\.ownText).first
            .map { Sourced(text: HTMLText.plain($0.value), $0.origin) }
    }
}

/// The elements of an `item`.
private enum Field {
    static let key: FieldPath = "key"
    static let id: FieldPath = "key@id"
    static let link: FieldPath = "link"
    static let summary: FieldPath = "summary"
    static let description: FieldPath = "description"
    static let type: FieldPath = "type"
    static let parent: FieldPath = "parent"
    static let priority: FieldPath = "priority"
    static let status: FieldPath = "status"
    static let statusCategory: FieldPath = "statusCategory@key"
    static let resolution: FieldPath = "resolution"
    static let resolutionID: FieldPath = "resolution@id"
    static let assignee: FieldPath = "assignee"
    static let assigneeID: FieldPath = "assignee@accountid"
    static let component: FieldPath = "component"
    static let created: FieldPath = "created"
    static let resolved: FieldPath = "resolved"
    static let comments: FieldPath = "comments.comment"
    static let commentCreated: FieldPath = "@created"
    static let commentAuthor: FieldPath = "@author"
    static let linkTypes: FieldPath = "issuelinks.issuelinktype"
    static let outwardLinks: FieldPath = "outwardlinks"
    static let linkDescription: FieldPath = "@description"
    static let linkedIssue: FieldPath = "issuelink"
    static let linkedKey: FieldPath = "issuekey"
    static let customFields: FieldPath = "customfields.customfield"
    static let customFieldName: FieldPath = "customfieldname"
    static let customFieldValues: FieldPath = "customfieldvalues.customfieldvalue"
}
