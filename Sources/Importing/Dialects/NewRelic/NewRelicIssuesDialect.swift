import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = NewRelicField

/// Issues of New Relic's NerdGraph (`aiIssues`): moments in milliseconds since 1970, with the acknowledgement.
package struct NewRelicIssuesDialect: ExportDialect {
    package let name = "newrelic-issues"
    package let system = NewRelicField.system
    package let kind = SystemKind.monitoring
    package let summary = "New Relic issues (NerdGraph answer of aiIssues)"
    package let howToExport =
        "NerdGraph: actor { account(id: …) { aiIssues { issues { issues { issueId title priority state createdAt "
        + "acknowledgedAt acknowledgedBy closedAt entityNames } } } } }"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["data.actor.account.aiIssues.issues.issues", "issues"])
    package let signature = Signature(has: ["issueId", "state"], hasAny: ["createdAt", "activatedAt"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.issueID)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.priority)
        let state = record.text(Field.state)
        draft.facts.statusWord = state
        func moment(_ field: FieldPath) -> Stamp? { stamps.instant(field, in: record, as: .epochMilliseconds) }
        draft.record(.detected, at: moment(Field.createdAt) ?? moment(Field.activatedAt))
        draft.record(.triaged, at: moment(Field.acknowledgedAt))
        if state?.value == "CLOSED" { draft.record(.resolved, at: moment(Field.issueClosedAt)) }
        draft.facts.title = record.list(Field.title).first?.ownText
        draft.facts.service = record.list(Field.entityNames).first?.ownText
        draft.alias(record.text(Field.issueLink), in: Reference.url)
        if let person = record.text(Field.acknowledgedBy) {
            draft.facts.story.responders = [
                Responder(role: "Acknowledged by", name: person.value, origin: person.origin)
            ]
        }
        if depth == .everything {
            draft.facts.story.description = record.list(Field.issueDescription).first?.ownText
            draft.facts.story.source = record.list(Field.conditionName).first?.ownText
        }
        return .incident(draft)
    }
}
