import Diagnostics
package import IncidentModel
package import Syntax

/// GitHub issues that a team keeps its incidents in.
///
/// GitHub knows when an issue was opened and closed. Closing is paperwork: nobody says there that all was normal again, so
/// a resolution can only be inferred from comments, where the export has them.
package struct GitHubIssuesDialect: ExportDialect {
    package let name = "github-issues"
    package let system = "github"
    package let kind = SystemKind.ticketing
    package let summary = "GitHub issues (REST API or `gh issue list`, JSON)"
    package let howToExport =
        "gh issue list --label incident --state all --json number,title,state,url,labels,body,createdAt,closedAt,comments"
    package let milestones: [Milestone] = [.detected, .closed]
    package let records = RecordPath.json(arrays: ["items", "response", "issue"])
    package let signature = Signature(
        has: ["number", "title", "state"], hasAny: ["html_url", "labels", "url"], lacks: ["iid", "incident_number"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        let address = record.text(Field.page) ?? record.text(Field.address)
        draft.id = record.text(Field.number).map { number in
            Sourced(text: (address.flatMap { Self.repository(in: $0.value) } ?? "") + "#" + number.value, number.origin)
        }
        record.notes.recordName = draft.id?.value
        if record.has(Field.pullRequest) {
            return .setAside(SetAside(rule: Self.pullRequest, id: draft.id?.value, origin: record.origin))
        }
        draft.alias(address, in: Reference.url)
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.state)
        draft.severityWord = IssueLabels.severity(among: IssueLabels.names(record, Field.labels))
        draft.record(.detected, at: stamps.first([Field.created, Field.createdAt], in: record))
        draft.record(.closed, at: stamps.first([Field.closed, Field.closedAt], in: record))
        let body = record.text(Field.body)
        draft.linkTexts = [body].compactMap(\.self)
        if readComments(record, stamps, &draft) { draft.inferable = [.communicated, .mitigated, .resolved] }
        for person in record.list(Field.assignees) { draft.assign(to: person.text(Field.login)) }
        if depth == .everything { draft.facts.story.description = body }
        return .incident(draft)
    }

    /// `gh` lists comments, the API only counts them; whether any are listed.
    private func readComments(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) -> Bool {
        guard record.has(Field.created) == false else { return false }
        for comment in record.list(Field.comments) {
            guard let at = stamps.first([Field.created, Field.createdAt], in: comment) else { continue }
            let text = comment.text(Field.body)
            if let text { draft.linkTexts.append(text) }
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text?.value ?? "", actor: comment.text(Field.author)?.value,
                    system: system, kind: .comment, origin: comment.origin))
        }
        return !draft.facts.story.timeline.isEmpty
    }

    private static let pullRequest = "pull-request"

    /// `owner/name` in `https://github.com/owner/name/issues/13`; pull requests have `pull` there.
    private static func repository(in address: String) -> String? {
        guard let end = address.firstPlace(of: "/issues/") ?? address.firstPlace(of: "/pull/") else { return nil }
        let parts = address[..<end].split(separator: "/").suffix(2)
        return parts.count == 2 ? parts.joined(separator: "/") : nil
    }

    private enum Field {
        static let number: FieldPath = "number"
        static let page: FieldPath = "html_url"
        static let address: FieldPath = "url"
        static let pullRequest: FieldPath = "pull_request"
        static let title: FieldPath = "title"
        static let state: FieldPath = "state"
        static let labels: FieldPath = "labels"
        static let body: FieldPath = "body"
        static let created: FieldPath = "created_at"
        static let createdAt: FieldPath = "createdAt"
        static let closed: FieldPath = "closed_at"
        static let closedAt: FieldPath = "closedAt"
        static let assignees: FieldPath = "assignees"
        static let login: FieldPath = "login"
        static let comments: FieldPath = "comments"
        static let author: FieldPath = "author.login"
    }
}
