import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = JiraRestField

/// Jira issues in JSON as the REST API gives them, with changelog and comments where they were asked for; also one issue
/// alone, webhooks, and the records of connectors that keep the API's shape.
package struct JiraRestDialect: ExportDialect {
    package let name = "jira-rest"
    package let system = JiraIssue.system
    package let kind = SystemKind.ticketing
    package let summary = "Jira issues with changelog and comments (REST API, JSON)"
    package let howToExport = "GET /rest/api/2/search?jql=…&expand=changelog,names&fields=*all"
    package let milestones = JiraIssue.milestones
    package let records = RecordPath.json(arrays: ["issues", "issue", "data", "data.issues"])
    package let signature = Signature(
        has: ["key", "fields"], hasAny: ["fields.summary", "fields.status", "fields.created", "fields.issuetype"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.key)
        record.notes.recordName = draft.id?.value
        draft.facts.key = record.text(Field.id)?.value
        draft.severityWord = severity(record) ?? record.text(Field.priority)
        draft.facts.title = record.text(Field.summary)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.list(Field.components).lazy.compactMap { $0.text(Field.name) }.first
        draft.inferable = JiraIssue.inferable
        let description = record.atlassianText(Field.description)
        draft.linkTexts = [description].compactMap(\.self)
        draft.record(.detected, at: stamps.instant(Field.created, in: record))
        readChangelog(record, stamps, &draft)
        readComments(record, stamps, &draft)
        readNames(record, &draft)
        draft.assign(to: record.text(Field.assignee))
        if depth == .everything { readStory(record, description, &draft.facts.story) }
        return .incident(draft)
    }

    /// A field of the organisation's own that is called “Severity”, where the export says what its fields are called
    /// (`expand=names`).
    private func severity(_ record: RecordReader) -> Sourced<String>? {
        guard let names = record.inner(Field.names) ?? record.envelope?.inner(Field.names),
            let field = names.members.first(where: { $0.reader.ownText?.value.lowercased() == "severity" })
        else { return nil }
        let option = FieldPath(steps: ["fields", field.name, "value"])
        return record.has(option) ? record.text(option) : record.text(FieldPath(steps: ["fields", field.name]))
    }

    private func readNames(_ record: RecordReader, _ draft: inout IncidentDraft) {
        if let id = draft.id, let api = record.text(Field.link), let host = Self.host(of: api.value) {
            draft.alias(Sourced(text: host + "/browse/" + id.value, api.origin), in: Reference.url)
        }
        if JiraIssue.isIncident(type: record.text(Field.type)) {
            draft.refer(to: record.text(Field.parentKey), in: system, as: .parent)
        }
        for link in record.list(Field.links)
        where link.text(Field.outward)?.value.lowercased() == "duplicates" {
            draft.refer(to: link.text(Field.outwardKey), in: system, as: .duplicate)
        }
    }

    /// `https://example.com/jira` of `https://example.com/jira/rest/api/2/issue/10010`.
    static func host(of address: String) -> String? {
        guard let place = address.firstPlace(of: "/rest/"), address.hasPrefix("http") else { return nil }
        return String(address[..<place])
    }

    private func readStory(_ record: RecordReader, _ description: Sourced<String>?, _ story: inout Story) {
        story.description = description
        story.resolution = record.text(Field.resolution)
    }
}
