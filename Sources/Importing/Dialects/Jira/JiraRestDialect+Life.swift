package import Diagnostics
import IncidentModel
import Syntax

private typealias Field = JiraRestField

/// What happened to an issue: its changelog and its comments.
extension JiraRestDialect {
    func readChangelog(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        var statuses = StatusTrail()
        var resolutions = StatusTrail()
        var assignments: [Stamp?] = []
        for history in record.list(Field.histories) {
            guard let at = stamps.instant(Field.historyCreated, in: history) else { continue }
            let actor = history.text(Field.historyAuthor)?.value
            for item in history.list(Field.items) {
                let from = item.text(Field.fromString)?.value
                let to = item.text(Field.toString)?.value
                let place = Stamp(at.value, item.origin)
                switch item.text(Field.field)?.value.lowercased() {
                case "status": statuses.add(place, from: from, to: to)
                case "resolution": resolutions.add(place, from: from, to: to)
                case "assignee": if to != nil { assignments.append(place) }
                default: continue
                }
                draft.facts.story.timeline.append(
                    TimelineEntry(
                        instant: at.value, text: Self.words(item.text(Field.field)?.value ?? "", from, to),
                        actor: actor, system: system, origin: item.origin))
            }
        }
        draft.facts.statusHistory = statuses.changes
        if isWhole(record) { draft.record(.triaged, at: .earliest(assignments + [statuses.steps.first?.at])) }
        draft.facts.reopenings = resolutions.departures { $0 != nil }
        readResolution(record, stamps, statuses, resolutions, &draft)
    }

    /// Whether the changelog goes back to the beginning: the API cuts long ones, and counts them all.
    private func isWhole(_ record: RecordReader) -> Bool {
        guard let total = record.integer(Field.historyTotal) else { return true }
        let told = record.list(Field.histories).count
        if told >= total.value { return true }
        if told > 0 {
            record.notes.add(
                Diagnostic(
                    .changelogCut, "the changelog shows \(told) of \(total.value) changes", at: total.origin,
                    help: "who took it on first is not known: GET /rest/api/2/issue/KEY/changelog has the rest"))
        }
        return false
    }

    /// `resolutiondate` says it; without it, the changelog: when the resolution was set that still stands, or else when
    /// the status that is “done” was reached.
    private func readResolution(
        _ record: RecordReader, _ stamps: StampReader, _ statuses: StatusTrail, _ resolutions: StatusTrail,
        _ draft: inout IncidentDraft
    ) {
        let category = record.text(Field.statusCategory)
        let word = draft.facts.statusWord?.value
        let reached = category.map { JiraIssue.isDone($0.value) } ?? false ? statuses.standing { $0 == word } : nil
        let resolved =
            stamps.instant(Field.resolutionDate, in: record) ?? resolutions.standing { $0 != nil } ?? reached
        JiraIssue.resolve(&draft, at: resolved, category: category, in: record)
        if word?.lowercased() == "closed" { draft.record(.closed, at: statuses.standing { $0 == word }) }
    }

    func readComments(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        for comment in record.list(Field.comments) {
            guard let entry = Self.entry(of: comment, stamps, &draft) else { continue }
            draft.facts.story.timeline.append(entry)
        }
    }

    /// A comment as a timeline shows it; links in it may name other records.
    static func entry(
        of comment: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft
    ) -> TimelineEntry? {
        let body = comment.atlassianText(Field.commentBody)
        if let body { draft.linkTexts.append(body) }
        guard let at = stamps.instant(Field.commentCreated, in: comment) else { return nil }
        let isInternal = comment.flag(Field.isPublic)?.value == false
        return TimelineEntry(
            instant: at.value, text: body?.value ?? "", actor: comment.text(Field.commentAuthor)?.value,
            system: JiraIssue.system, kind: isInternal ? .note : .comment, origin: comment.origin)
    }

    private static func words(_ field: String, _ from: String?, _ to: String?) -> String {
        "\(field): \(from ?? "none") → \(to ?? "none")"
    }
}

extension DiagnosticCode {
    package static let changelogCut = DiagnosticCode(
        "changelog-cut", .note, "a changelog does not go back to the beginning",
        """
        Jira gives only a part of a long changelog along with an issue, and says how many changes there are. Where the \
        first ones are missing, nobody can say when the issue was taken on, and the triage stays absent.
        """)
}
