package import Compliance
package import Diagnostics
package import IncidentModel
import Typesetting

/// An action item of an export, or a duty that the policy adds, with all that a list says about it.
package struct ListedAction: Sendable, Equatable {
    package var incident: String
    package var incidentTitle: String
    package var severity: Severity?
    package var text: String
    package var owner: String?
    /// The moment it falls due, if that is known.
    package var due: Instant?
    /// The due date as it is written: a moment, the export's own words, or that there is none.
    package var dueWords: String
    /// The export's words for the due date are in no table: somebody must say what they mean.
    package var isDueUnclear: Bool
    package var statusWord: String?
    package var state: ActionItem.State
    /// By the report moment: open, and due before it.
    package var isOverdue: Bool
    /// Owed by the policy, in no export's list.
    package var isDuty: Bool
    package var origin: Origin

    /// The items of an incident in the export's order, then its duties.
    package static func all(of assessed: AssessedIncident, edition: Edition) -> [ListedAction] {
        let edition = edition.judging(assessed)
        let duties = [postMortem(assessed, edition)].compactMap { $0 }
        return assessed.incident.actions.map { ListedAction($0, of: assessed, edition: edition) } + duties
    }

    init(_ action: ActionItem, of assessed: AssessedIncident, edition: Edition) {
        let milestones = assessed.incident.milestones
        let due = action.dueInstant(milestones)
        self.init(
            assessed, edition, text: action.text.folded, owner: action.owner?.trimmed?.folded, due: due,
            dueWords: Self.words(action.due, due, edition.phrasing), statusWord: action.statusWord?.trimmed?.folded,
            state: action.state, isDuty: false, origin: action.origin)
        if case .words = action.due { isDueUnclear = true }
    }

    /// "Hold the post-mortem", while one is owed.
    private static func postMortem(_ assessed: AssessedIncident, _ edition: Edition) -> ListedAction? {
        guard assessed.postMortem.isOwed else { return nil }
        let due = assessed.postMortem.due
        let clock = edition.policy.postMortemClock
        let from = clock?.start.words ?? "resolved"
        let limit = assessed.verdicts.first { $0.clock == clock?.id }?.limit
        let within = limit.map { "\(Phrasing.limit($0)) after" } ?? "some time after"
        return ListedAction(
            assessed, edition, text: "Hold the post-mortem", owner: nil, due: due,
            dueWords: due.map(edition.phrasing.minute) ?? "\(within) “\(from)”, not on record yet",
            statusWord: nil, state: .open, isDuty: true, origin: assessed.incident.origin)
    }

    private init(
        _ assessed: AssessedIncident, _ edition: Edition, text: String, owner: String?, due: Instant?,
        dueWords: String, statusWord: String?, state: ActionItem.State, isDuty: Bool, origin: Origin
    ) {
        incident = assessed.incident.id.folded
        incidentTitle = IncidentWords(edition: edition, assessed: assessed).title.folded
        severity = assessed.incident.severity?.value
        self.text = text.isEmpty ? "(no text in the export)" : text
        self.owner = owner
        self.due = due
        self.dueWords = dueWords
        isDueUnclear = false
        self.statusWord = statusWord
        self.state = state
        isOverdue = state == .open && due.map { $0 < edition.asOf } ?? false
        self.isDuty = isDuty
        self.origin = origin
    }

    private static func words(_ due: ActionItem.Due, _ instant: Instant?, _ phrasing: Phrasing) -> String {
        switch (due, instant) {
        case (.at(let instant), _): phrasing.minute(instant)
        case (.when(_, let words), let instant?): "\(phrasing.minute(instant)) (“\(words.folded)”)"
        case (.when(let milestone, let words), nil): "“\(words.folded)” (“\(milestone.rawValue)” is not on record)"
        case (.words(let words), _): "“\(words.folded)” (not a date)"
        case (.never, _): "no due date"
        }
    }

    /// `by 3 h`; `nil` for what is not overdue.
    private func lateness(_ edition: Edition) -> String? {
        guard isOverdue, let due else { return nil }
        return "by \(edition.phrasing.late(since: due, at: edition.asOf))"
    }

    func context(_ edition: Edition) -> Context {
        [
            "incident": .text(incident),
            "incidentTitle": .text(incidentTitle),
            "severity": .text(severity?.title ?? "unknown"),
            "text": .text(text),
            "owner": .text(owner ?? "nobody named"),
            "due": .text(dueWords),
            "isDueUnclear": .flag(isDueUnclear),
            "statusWord": statusWord?.lowercased() == state.rawValue ? .absent : .optional(statusWord),
            "state": .text(isOverdue ? "overdue" : state.rawValue),
            "late": .optional(lateness(edition)),
            "isOverdue": .flag(isOverdue),
            "isDuty": .flag(isDuty),
            "address": .text(edition.address(origin)),
        ]
    }
}
