package import Compliance
package import Diagnostics
package import IncidentModel
import Typesetting

/// An action item of an export or of a post-mortem, or a duty that the policy adds, with all that a list says about it.
package struct ListedAction: Sendable, Equatable {
    /// The same in every run, and unique in its incident: what the tables of post-mortems name it by.
    package var id: String
    package var incident: String
    package var incidentTitle: String
    package var service: String?
    package var severity: Severity?
    package var text: String
    package var owner: String?
    /// The moment it falls due, if that is known.
    package var due: Instant?
    /// The due date as it is written: a moment, the export's own words, or that there is none.
    package var dueWords: String
    /// The words for the due date are in no table: somebody must say what they mean.
    package var isDueUnclear: Bool
    package var statusWord: String?
    package var state: ActionItem.State
    /// By the report moment: open, and due before it.
    package var isOverdue: Bool
    package var kind: Kind
    /// When its incident was detected: from then on it ages. `nil` where that is not on record.
    package var since: Instant?
    /// Where it stands; where a person's table counts, the row of that.
    package var origin: Origin
    /// What a person's table says otherwise than the export; the table counts.
    package var differences: [Difference] = []
    /// Which open incident of its service it belongs to, by detection, where there are several: 3 for the third.
    package var repetition: Int?
    /// When it was closed; `nil` for what is not done, and where nothing on record says it.
    package var closing: ActionClosing?
    /// Whether it kept its incident from coming back; `nil` for what is not done, and for duties.
    package var efficacy: ActionEfficacy?
    /// The place of its incident in the run; `nil` for an incident that no export tells of.
    var place: Int?

    package enum Kind: String, Sendable, CaseIterable {
        /// In an export's list.
        case action
        /// Owed by the policy, in no list.
        case duty
        /// Added by a person to the table of a post-mortem.
        case added
    }

    /// One field on which an export and the table of a post-mortem differ.
    package struct Difference: Sendable, Equatable {
        package var field: Field
        package var export: String
        package var table: String
        /// Where the export says it.
        package var exportOrigin: Origin

        package enum Field: String, Sendable, CaseIterable {
            case state, owner, due, action
        }
    }

    package var isDuty: Bool { kind == .duty }

    /// The items of an incident in the export's order, then the post-mortem while it is owed.
    package static func all(of assessed: AssessedIncident, edition: Edition) -> [ListedAction] {
        let edition = edition.judging(assessed)
        let actions = actions(of: assessed, edition)
        return actions + [postMortem(assessed, edition)].compactMap { $0 }.filter { !$0.isTold(by: actions) }
    }

    /// Whether the export lists the same thing itself, in the same words, and it is still to be done: one is enough.
    func isTold(by actions: [ListedAction]) -> Bool {
        let words = text.lowercased()
        return actions.contains { $0.state == .open && $0.text.lowercased() == words }
    }

    static func actions(of assessed: AssessedIncident, _ edition: Edition) -> [ListedAction] {
        var identities = ActionIdentities()
        return assessed.incident.actions.map { action in
            var item = ListedAction(action, of: assessed, edition: edition)
            item.id = identities.next(item.text)
            return item
        }
    }

    private init(_ action: ActionItem, of assessed: AssessedIncident, edition: Edition) {
        let milestones = assessed.incident.milestones
        let due = action.dueInstant(milestones)
        self.init(
            assessed, edition, id: "",
            text: action.text.trimmed?.folded ?? edition.phrases("action.noText"), owner: action.owner?.trimmed?.folded,
            due: due,
            dueWords: Self.words(action.due, due, edition.phrasing), statusWord: action.statusWord?.trimmed?.folded,
            state: action.state, kind: .action, origin: action.origin)
        if case .words = action.due { isDueUnclear = true }
    }

    init(
        _ assessed: AssessedIncident, _ edition: Edition, id: String, text: String, owner: String?, due: Instant?,
        dueWords: String, statusWord: String?, state: ActionItem.State, kind: Kind, origin: Origin
    ) {
        self.init(
            id: id, incident: assessed.incident.id.folded,
            title: IncidentWords(edition: edition, assessed: assessed).title.folded, text: text, owner: owner, due: due,
            dueWords: dueWords, statusWord: statusWord, state: state, kind: kind, origin: origin)
        service = assessed.incident.service?.value.trimmed?.folded
        severity = assessed.incident.severity?.value
        since = assessed.incident.milestones[.detected]?.instant
        judge(asOf: edition.asOf)
    }

    /// Of an incident that is only known by its id.
    init(
        id: String, incident: String, title: String, text: String, owner: String?, due: Instant?, dueWords: String,
        statusWord: String? = nil, state: ActionItem.State, kind: Kind, origin: Origin
    ) {
        self.id = id
        self.incident = incident
        incidentTitle = title
        self.text = text
        self.owner = owner
        self.due = due
        self.dueWords = dueWords
        isDueUnclear = false
        self.statusWord = statusWord
        self.state = state
        isOverdue = false
        self.kind = kind
        self.origin = origin
    }

    mutating func judge(asOf: Instant) { isOverdue = state == .open && due.map { $0 < asOf } ?? false }

    private static func words(_ due: ActionItem.Due, _ instant: Instant?, _ phrasing: Phrasing) -> String {
        switch (due, instant) {
        case (.at(let instant), _): phrasing.minute(instant)
        case (.when(_, let words), let instant?):
            phrasing.phrases("action.due.reached", ["due": phrasing.minute(instant), "words": words.folded])
        case (.when(let milestone, let words), nil):
            phrasing.phrases("action.due.waiting", ["words": words.folded, "milestone": milestone.rawValue])
        case (.words(let words), _): phrasing.phrases("action.due.words", ["words": words.folded])
        case (.never, _): phrasing.phrases("action.due.never")
        }
    }
}
