import Diagnostics
package import IncidentModel
package import Syntax

/// Redmine issues, with journals where they were asked for.
///
/// Redmine records when an issue was opened and closed. Journals name statuses by numbers of the installation's own, so
/// that a resolution can only be inferred from their notes.
package struct RedmineDialect: ExportDialect {
    package let name = "redmine"
    package let system = "redmine"
    package let kind = SystemKind.ticketing
    package let summary = "Redmine issues with journals (REST API, JSON)"
    package let howToExport = "GET /issues.json?status_id=*, or /issues/ID.json?include=journals"
    package let milestones: [Milestone] = [.detected, .closed]
    package let records = RecordPath.json(arrays: ["issues", "issue"])
    package let signature = Signature(has: ["id", "subject", "tracker", "status", "created_on"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.priority)
        draft.facts.title = record.text(Field.subject)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.category)
        draft.record(.detected, at: stamps.instant(Field.created, in: record))
        draft.record(.closed, at: stamps.instant(Field.closed, in: record))
        let description = record.text(Field.description)
        draft.linkTexts = [description].compactMap(\.self)
        for journal in record.list(Field.journals) {
            guard let text = journal.text(Field.notes) else { continue }
            draft.linkTexts.append(text)
            guard let at = stamps.instant(Field.created, in: journal) else { continue }
            let isPrivate = journal.flag(Field.isPrivate)?.value ?? false
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text.value, actor: journal.text(Field.user)?.value, system: system,
                    kind: isPrivate ? .note : .comment, origin: journal.origin))
        }
        draft.inferable = [.communicated, .mitigated, .resolved]
        for relation in record.list(Field.relations)
        where relation.text(Field.relationType)?.value == "duplicates"
            && relation.text(Field.relationFrom)?.value == draft.id?.value
        {
            draft.refer(to: relation.text(Field.relationTo), in: system, as: .duplicate)
        }
        draft.assign(to: record.text(Field.assignee))
        if depth == .everything {
            draft.facts.story.description = description
            draft.facts.story.team = record.text(Field.project)
        }
        return .incident(draft)
    }

    private enum Field {
        static let id: FieldPath = "id"
        static let subject: FieldPath = "subject"
        static let description: FieldPath = "description"
        static let status: FieldPath = "status.name"
        static let priority: FieldPath = "priority.name"
        static let category: FieldPath = "category.name"
        static let project: FieldPath = "project.name"
        static let assignee: FieldPath = "assigned_to.name"
        static let created: FieldPath = "created_on"
        static let closed: FieldPath = "closed_on"
        static let journals: FieldPath = "journals"
        static let notes: FieldPath = "notes"
        static let user: FieldPath = "user.name"
        static let isPrivate: FieldPath = "private_notes"
        static let relations: FieldPath = "relations"
        static let relationType: FieldPath = "relation_type"
        static let relationFrom: FieldPath = "issue_id"
        static let relationTo: FieldPath = "issue_to_id"
    }
}
