package import Compliance
package import Diagnostics
import IncidentModel
package import Typesetting

/// The internal list of everything that somebody is to do, across incidents, by owner.
package struct ActionList: Sendable {
    package var edition: Edition
    /// Owners by name, nobody last; in each what is overdue first.
    package var groups: [Group]
    /// Services on which several incidents have an open action.
    package var repeats: [RepeatedService]
    /// What had to be said about the tables of post-mortems.
    package var diagnostics: [Diagnostic]
    /// How many post-mortems say something that no export says.
    package var tables: Int
    /// Duties to customers that are left out, for they are too old to be brought up.
    package var pastDuties: Int
    /// The incidents of the run, by whose places ``ActionEfficacy`` names them.
    let run: [AssessedIncident]

    package struct Group: Sendable, Equatable {
        /// `nil`: nobody is named.
        package var owner: String?
        package var items: [ListedAction]
    }

    /// `tables`: the action items of post-mortems, as people left them; `recurrence`: which incidents happened before;
    /// `history`: how action items stood from import to import.
    package init(
        _ all: [AssessedIncident], edition: Edition, wanting choice: ActionChoice = ActionChoice(),
        tables: [ActionTable] = [], recurrence: Recurrence? = nil, history: ActionHistory = ActionHistory(),
        paths: PagePaths = PagePaths()
    ) {
        self.edition = edition
        let gathered = ActionGathering(
            all, edition: edition, recurrence: recurrence, history: history, tables: tables, paths: paths)
        run = all
        diagnostics = gathered.diagnostics
        self.tables = gathered.tables
        pastDuties = gathered.pastDuties
        var items = gathered.items
        repeats = RepeatedService.all(in: &items, from: edition.policy.conduct.recurrence.openActionsFrom)
        groups = Dictionary(grouping: items.filter(choice.takes), by: \.owner)
            .map { Group(owner: $0.key, items: $0.value.sorted(by: ListedAction.comesFirst)) }
            .sorted { left, right in
                switch (left.owner, right.owner) {
                case (nil, _): false
                case (_, nil): true
                case (let left?, let right?): (left.lowercased(), left) < (right.lowercased(), right)
                }
            }
    }

    package var items: [ListedAction] { groups.flatMap(\.items) }

    package var context: Context {
        let items = items
        let unclear = items.count(where: \.isDueUnclear)
        let contradictions = items.flatMap { $0.contradictions(edition) }
        return [
            "headline": .text(headline),
            "isEmpty": .flag(items.isEmpty),
            "groups": .list(groups.map(group)),
            "unclear": unclear > 0
                ? .text(
                    edition.phrases("actions.unclear", ["items": Phrasing.count(unclear, "item has", "items have")]))
                : .absent,
            "hasRepeats": .flag(!repeats.isEmpty),
            "repeats": .list(repeats.map { $0.context(edition) }),
            "hasContradictions": .flag(!contradictions.isEmpty),
            "contradictions": .list(contradictions),
            "efficacy": efficacyContext,
            "readBack": tables > 0
                ? .text(Phrasing.count(tables, "post-mortem says", "post-mortems say").sentenceStart) : .absent,
            "pastDuties": pastDuties > 0
                ? .text(Phrasing.count(pastDuties, "duty", "duties").sentenceStart) : .absent,
            "remindFor": .text(Phrasing.window(edition.policy.resolutionEmail.remindFor)),
            "computed": ComputationNote(edition: edition).context,
        ]
    }

    private func group(_ group: Group) -> Context {
        let overdue = Phrasing.number(group.items.count(where: \.isOverdue))
        let open = Phrasing.number(group.items.count { $0.state == .open })
        return [
            "owner": .text(group.owner ?? edition.phrases("actions.nobody")),
            "summary": .text(
                overdue == "0"
                    ? edition.phrases("actions.summary", ["open": open])
                    : edition.phrases("actions.summaryOverdue", ["open": open, "overdue": overdue])),
            "items": .list(group.items.map { $0.listContext(edition) }),
        ]
    }

    /// `9 open action items in 4 incidents, 2 of them overdue; 1 without an owner. The oldest has been open for 12 d.`
    var headline: String {
        let phrases = edition.phrases
        let open = items.filter { $0.state == .open }
        guard !open.isEmpty else { return phrases(items.isEmpty ? "actions.none" : "actions.noneOpen") }
        let overdue = open.count(where: \.isOverdue)
        let unowned = open.count { $0.owner == nil }
        let parts = [
            "actions": Phrasing.count(open.count, "open action item"),
            "incidents": Phrasing.count(Set(open.map(\.incident)).count, "incident"),
            "overdue": overdue > 0
                ? phrases("actions.overdue", ["count": Phrasing.number(overdue)]) : phrases("actions.noneOverdue"),
            "unowned": Phrasing.number(unowned),
        ]
        let counts = unowned > 0 ? phrases("actions.openUnowned", parts) : phrases("actions.open", parts)
        guard let oldest = open.compactMap({ $0.age(asOf: edition.asOf) }).max() else { return counts }
        return counts + " " + phrases("actions.oldest", ["age": Phrasing.rounded(Double(oldest))])
    }
}

extension ListedAction {
    /// What is overdue first, then what is open by due date, then what is done; ties by incident and source.
    static func comesFirst(_ left: ListedAction, _ right: ListedAction) -> Bool {
        let end = Instant(microseconds: .max)
        let (mine, theirs) = (
            (left.rank, left.due ?? end, left.incident), (right.rank, right.due ?? end, right.incident)
        )
        return mine == theirs ? (left.origin, left.id) < (right.origin, right.id) : mine < theirs
    }

    private var rank: Int {
        if isOverdue { return 0 }
        return switch state {
        case .open: 1
        case .done: 2
        case .cancelled: 3
        }
    }
}
