import Diagnostics
package import IncidentModel
package import Syntax

/// The whole history of each Bugzilla bug: when somebody took it on, when it was resolved for good, how often it was
/// opened again.
package struct BugzillaHistoryDialect: ExportDialect {
    package let name = "bugzilla-history"
    package let system = BugzillaBug.system
    package let kind = SystemKind.ticketing
    package let summary = "histories of Bugzilla bugs: changes of status (REST API, JSON)"
    package let howToExport = "GET /rest/bug/ID/history, beside the bugs"
    package let milestones: [Milestone] = [.triaged, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["bugs"])
    package let signature = Signature(has: ["id", "history"], lacks: ["summary"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        var statuses = StatusTrail()
        var taken: [Stamp?] = []
        for step in record.list(Field.history) {
            guard let at = stamps.instant(Field.when, in: step) else { continue }
            for change in step.list(Field.changes) {
                let from = change.text(Field.removed)?.value
                let to = change.text(Field.added)?.value
                let place = Stamp(at.value, change.origin)
                switch change.text(Field.name)?.value {
                case "status", "bug_status":
                    statuses.add(place, from: from, to: to)
                    if ["ASSIGNED", "IN_PROGRESS"].contains(to) { taken.append(place) }
                case "severity", "bug_severity", "resolution", "assigned_to": break
                default: continue
                }
                draft.facts.story.timeline.append(
                    TimelineEntry(
                        instant: at.value,
                        text: "\(change.text(Field.name)?.value ?? ""): \(from ?? "none") → \(to ?? "none")",
                        actor: step.text(Field.who)?.value, system: system, origin: change.origin))
            }
        }
        draft.facts.statusHistory = statuses.changes
        draft.facts.reopenings = statuses.departures(BugzillaBug.isOver)
        draft.record(.triaged, at: .earliest(taken))
        draft.record(.resolved, at: statuses.standing(BugzillaBug.isOver))
        draft.record(.closed, at: statuses.standing { $0 == "CLOSED" })
        return .fragment(draft)
    }

    private enum Field {
        static let id: FieldPath = "id"
        static let history: FieldPath = "history"
        static let when: FieldPath = "when"
        static let who: FieldPath = "who"
        static let changes: FieldPath = "changes"
        static let name: FieldPath = "field_name"
        static let removed: FieldPath = "removed"
        static let added: FieldPath = "added"
    }
}
