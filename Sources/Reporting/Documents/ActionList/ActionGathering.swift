import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Every action item of a run: of the exports, of the policy, and of the tables of post-mortems.
struct ActionGathering {
    private(set) var items: [ListedAction] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Duties to customers that are too old to be brought up.
    private(set) var pastDuties = 0
    /// How many post-mortems say something that no export says.
    private(set) var tables = 0

    init(
        _ all: [AssessedIncident], edition: Edition, recurrence: Recurrence?, history: ActionHistory,
        tables: [ActionTable], paths: PagePaths
    ) {
        let owners = ActionTableOwners(all, paths: paths)
        var own: [Int: [ActionTable]] = [:]
        var strays: [ActionTable] = []
        for table in tables {
            if let place = owners.place(of: table) {
                own[place, default: []].append(table)
            } else {
                strays.append(table)
            }
        }
        for (place, incident) in all.enumerated() {
            let assessed = incident.seen(at: edition.asOf)
            var listed = ListedAction.listed(of: assessed, edition: edition, recurrence: recurrence)
            for (number, action) in assessed.incident.actions.enumerated() {
                listed.items[number].closing = history.closing(of: action, in: assessed.incident)
            }
            let first = items.count
            defer { for number in first..<items.count { items[number].place = place } }
            pastDuties += listed.past
            guard let tables = own[place] else {
                items += listed.items
                continue
            }
            var review = ActionReview(listed.items, edition: edition)
            for table in tables {
                review.apply(table) { row, review in
                    let due = review.due(row.due)
                    var identities = ActionIdentities()
                    var item = ListedAction(
                        assessed, edition.judging(assessed), id: row.id.isEmpty ? identities.next(row.action) : row.id,
                        text: row.action, owner: row.owner.isEmpty ? nil : row.owner, due: due.instant,
                        dueWords: due.words, statusWord: nil, state: row.isDone ? .done : .open, kind: .added,
                        origin: row.origin)
                    item.isDueUnclear = due.instant == nil && !row.due.isEmpty
                    return item
                }
            }
            items += review.items
            diagnostics += review.diagnostics
            self.tables += review.tablesThatCount
        }
        for table in strays { add(stray: table, edition) }
        judgeClosed(among: all, edition)
    }

    /// Whether what is done kept its incident from coming back. A duty is no action against the next one.
    private mutating func judgeClosed(among all: [AssessedIncident], _ edition: Edition) {
        let rule = edition.policy.conduct.recurrence
        let done = items.indices.filter { items[$0].state == .done && !items[$0].isDuty }
        let places = Set(done.filter { items[$0].closing != nil }.compactMap { items[$0].place })
        let aftermaths = AftermathSearch.find(after: places, in: all, by: rule, asOf: edition.asOf)
        for number in done {
            let aftermath = items[number].place.flatMap { aftermaths[$0] } ?? .cannotBeTold([])
            items[number].efficacy = ActionEfficacy(
                of: items[number].closing, after: aftermath, by: rule, asOf: edition.asOf)
        }
    }

    private mutating func add(stray table: ActionTable, _ edition: Edition) {
        let name = (table.incident?.value ?? table.fileName).folded
        diagnostics.append(
            Diagnostic(
                .actionsOfNobody, "the action items of “\(name)” belong to no incident of the exports",
                at: table.incident?.origin ?? .whole(table.source), record: name,
                help: "name the incident in the front matter: `incident: …`"))
        var review = ActionReview([], edition: edition)
        review.apply(table) { row, review in
            let due = review.due(row.due)
            var identities = ActionIdentities()
            var item = ListedAction(
                id: row.id.isEmpty ? identities.next(row.action) : row.id, incident: name,
                title: edition.phrases("action.stray"), text: row.action, owner: row.owner.isEmpty ? nil : row.owner,
                due: due.instant, dueWords: due.words, state: row.isDone ? .done : .open, kind: .added,
                origin: row.origin)
            item.isDueUnclear = due.instant == nil && !row.due.isEmpty
            item.judge(asOf: edition.asOf)
            return item
        }
        items += review.items
        diagnostics += review.diagnostics
        tables += review.tablesThatCount
    }
}

/// Which incident a post-mortem is about: the one that it names; of several with that id, and where it names none, the one
/// whose page has the file's name.
private struct ActionTableOwners {
    private var byID: [String: [Int]] = [:]
    private var byName: [String: Int] = [:]

    init(_ all: [AssessedIncident], paths: PagePaths) {
        for (place, assessed) in all.enumerated() {
            byID[assessed.incident.id.folded, default: []].append(place)
            byName[paths.name(of: assessed.incident)] = place
        }
    }

    func place(of table: ActionTable) -> Int? {
        let named = byName[table.fileName]
        guard let id = table.incident?.value else { return named }
        let places = byID[id.folded] ?? []
        return places.count == 1 ? places[0] : named
    }
}
