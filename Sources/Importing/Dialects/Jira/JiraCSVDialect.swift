import Diagnostics
package import IncidentModel
package import Syntax

/// Jira's CSV export of a search: one column for each value, so that headers repeat.
///
/// Stamps stand in the user's zone and in Jira's default form, `22/Sep/25 9:26 AM`; another form is named in a field map.
package struct JiraCSVDialect: ExportDialect {
    package let name = "jira-csv"
    package let system = JiraIssue.system
    package let kind = SystemKind.ticketing
    package let summary = "Jira issues with comments (CSV export of a search, English headers)"
    package let howToExport = "issue navigator > Export > CSV (all fields); say its zone with --source-time-zone"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.csv
    package let signature = Signature(has: ["Issue key", "Summary"], hasAny: ["Status", "Created"])
    package let writesUTC = false

    /// Jira's default: `dd/MMM/yy h:mm a`.
    private static let form = StampPattern("d/MMM/yy h:mm a").map(StampForm.pattern) ?? .standard

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.key)
        record.notes.recordName = draft.id?.value
        draft.facts.key = record.text(Field.id)?.value
        draft.facts.title = record.text(Field.summary)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.components) ?? record.text(Field.component)
        draft.severityWord = record.text(Field.severity) ?? record.text(Field.priority)
        draft.inferable = JiraIssue.inferable
        draft.record(.detected, at: stamps.instant(Field.created, in: record, as: Self.form))
        JiraIssue.resolve(
            &draft, at: stamps.instant(Field.resolved, in: record, as: Self.form),
            category: record.text(Field.statusCategory), in: record)
        let description = record.text(Field.description).map { Sourced(text: WikiText.plain($0.value), $0.origin) }
        draft.linkTexts = [description].compactMap(\.self)
        for comment in record.list(Field.comment) { read(comment, stamps, &draft) }
        for link in record.list(Field.duplicates) { draft.refer(to: link.ownText, in: system, as: .duplicate) }
        if JiraIssue.isIncident(type: record.text(Field.type)) {
            draft.refer(to: record.text(Field.parent), in: system, as: .parent)
        }
        draft.assign(to: record.text(Field.assignee))
        if depth == .everything {
            draft.facts.story.description = description
            draft.facts.story.rootCause = record.text(Field.rootCause)
            draft.facts.story.resolution = record.text(Field.resolution)
        }
        return .incident(draft)
    }

    /// `22/Sep/25 9:26 AM;author;text`.
    private func read(_ comment: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        guard let cell = comment.ownText else { return }
        let parts = cell.value.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3,
            let at = stamps.instant(Sourced(text: String(parts[0]), cell.origin), in: comment, as: Self.form)
        else { return }
        let text = WikiText.plain(String(parts[2]))
        draft.linkTexts.append(Sourced(text: text, cell.origin))
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: text, actor: parts[1].isEmpty ? nil : String(parts[1]), system: system,
                kind: .comment, origin: cell.origin))
    }
}

/// The columns of the export.
private enum Field {
    static let key = FieldPath(steps: ["Issue key"])
    static let id = FieldPath(steps: ["Issue id"])
    static let summary = FieldPath(steps: ["Summary"])
    static let description = FieldPath(steps: ["Description"])
    static let type = FieldPath(steps: ["Issue Type"])
    static let parent = FieldPath(steps: ["Parent key"])
    static let priority = FieldPath(steps: ["Priority"])
    static let severity = FieldPath(steps: ["Custom field (Severity)"])
    static let rootCause = FieldPath(steps: ["Custom field (Root cause)"])
    static let status = FieldPath(steps: ["Status"])
    static let statusCategory = FieldPath(steps: ["Status Category"])
    static let resolution = FieldPath(steps: ["Resolution"])
    static let assignee = FieldPath(steps: ["Assignee"])
    static let components = FieldPath(steps: ["Components"])
    static let component = FieldPath(steps: ["Component/s"])
    static let created = FieldPath(steps: ["Created"])
    static let resolved = FieldPath(steps: ["Resolved"])
    static let comment = FieldPath(steps: ["Comment"])
    static let duplicates = FieldPath(steps: ["Outward issue link (Duplicate)"])
}
