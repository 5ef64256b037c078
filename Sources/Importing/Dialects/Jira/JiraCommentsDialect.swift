import Diagnostics
package import IncidentModel
package import Syntax

/// A page of the comments of one Jira issue: each names its issue in its own address.
package struct JiraCommentsDialect: ExportDialect {
    package let name = "jira-comments"
    package let system = JiraIssue.system
    package let kind = SystemKind.ticketing
    package let summary = "comments of a Jira issue (REST API, JSON)"
    package let howToExport = "GET /rest/api/2/issue/KEY/comment"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["comments"])
    package let signature = Signature(has: ["self", "body", "created", "updateAuthor"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        guard let link = record.text(JiraRestField.link), let issue = Self.issue(in: link.value) else {
            return .unusable(
                Diagnostic(
                    .looseEntry, "the comment does not say which issue it belongs to", at: record.origin,
                    help: "export the comments with their issues: fields=*all"))
        }
        if issue.utf8.allSatisfy({ (48...57).contains($0) }) {
            draft.facts.key = issue
        } else {
            draft.id = Sourced(text: issue, link.origin)
        }
        draft.inferable = JiraIssue.inferable
        guard let entry = JiraRestDialect.entry(of: record, stamps, &draft) else {
            return .unusable(
                Diagnostic(
                    .looseEntry, "the comment does not say when it was written", at: record.origin,
                    help: "it cannot stand in a timeline, and is left out"))
        }
        draft.facts.story.timeline = [entry]
        return .fragment(draft)
    }

    /// The id or key in `…/rest/api/2/issue/10010/comment/10000`.
    private static func issue(in address: String) -> String? {
        let mark = "/issue/"
        guard let place = address.firstPlace(of: mark) else { return nil }
        let issue = address[place...].dropFirst(mark.count).prefix { $0 != "/" }
        return issue.isEmpty ? nil : String(issue)
    }
}
