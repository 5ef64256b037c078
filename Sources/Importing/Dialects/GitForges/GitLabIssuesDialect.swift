import Diagnostics
package import IncidentModel
package import Syntax

/// GitLab issues and incidents.
///
/// GitLab knows when an issue was opened and closed. Closing is paperwork: nobody says there that all was normal again.
package struct GitLabIssuesDialect: ExportDialect {
    package let name = "gitlab-issues"
    package let system = "gitlab"
    package let kind = SystemKind.ticketing
    package let summary = "GitLab issues and incidents (REST API, JSON)"
    package let howToExport = "GET /api/v4/projects/ID/issues?issue_type=incident&scope=all"
    package let milestones: [Milestone] = [.detected, .closed]
    package let records = RecordPath.json(arrays: ["issues"])
    package let signature = Signature(has: ["iid", "title", "state", "created_at"], hasAny: ["web_url", "labels"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id =
            record.text(Field.reference)
            ?? record.text(Field.number).map { number in
                let project = record.text(Field.page).flatMap { Self.project(in: $0.value) }
                return Sourced(text: (project ?? "") + "#" + number.value, number.origin)
            }
        record.notes.recordName = draft.id?.value
        draft.facts.key = record.text(Field.id)?.value
        if record.has(Field.sourceBranch) {
            return .setAside(SetAside(rule: Self.mergeRequest, id: draft.id?.value, origin: record.origin))
        }
        draft.alias(record.text(Field.page), in: Reference.url)
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.state)
        draft.severityWord = severity(record)
        draft.record(.detected, at: stamps.instant(Field.created, in: record))
        draft.record(.closed, at: stamps.instant(Field.closed, in: record))
        let description = record.text(Field.description)
        draft.linkTexts = [description].compactMap(\.self)
        for person in record.list(Field.assignees) { draft.assign(to: person.text(Field.name)) }
        if depth == .everything { draft.facts.story.description = description }
        return .incident(draft)
    }

    /// The severity of an incident, unless nobody set it; else a label.
    private func severity(_ record: RecordReader) -> Sourced<String>? {
        if let severity = record.text(Field.severity), severity.value.lowercased() != "unknown" { return severity }
        return IssueLabels.severity(among: IssueLabels.names(record, Field.labels))
    }

    /// `group/project` in `https://gitlab.com/group/project/-/issues/7`.
    private static func project(in address: String) -> String? {
        guard let end = address.firstPlace(of: "/-/") else { return nil }
        let parts = address[..<end].split(separator: "/").dropFirst(2)
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    private static let mergeRequest = "merge-request"

    private enum Field {
        static let id: FieldPath = "id"
        static let number: FieldPath = "iid"
        static let reference: FieldPath = "references.full"
        static let sourceBranch: FieldPath = "source_branch"
        static let page: FieldPath = "web_url"
        static let title: FieldPath = "title"
        static let state: FieldPath = "state"
        static let severity: FieldPath = "severity"
        static let labels: FieldPath = "labels"
        static let description: FieldPath = "description"
        static let created: FieldPath = "created_at"
        static let closed: FieldPath = "closed_at"
        static let assignees: FieldPath = "assignees"
        static let name: FieldPath = "name"
    }
}
