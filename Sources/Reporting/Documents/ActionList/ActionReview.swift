import Compliance
package import Diagnostics
import IncidentModel
import Typesetting

/// Puts what people wrote into the tables of post-mortems over what the exports say: a person's edit wins, and what it
/// contradicts is kept beside it.
///
/// A ticked box is an edit. An empty one is not: the page may have been written before the export said "done".
struct ActionReview {
    let edition: Edition
    private(set) var items: [ListedAction]
    private(set) var diagnostics: [Diagnostic] = []
    /// How many tables say something that no export says.
    private(set) var tablesThatCount = 0

    /// One incident's own items, in which a table looks for its rows.
    init(_ items: [ListedAction], edition: Edition) {
        self.items = items
        self.edition = edition
    }

    mutating func apply(_ table: ActionTable, adding new: (ActionTable.Row, ActionReview) -> ListedAction) {
        var ids: [String: Int] = [:]
        var texts: [String: Int] = [:]
        for (place, item) in items.enumerated() {
            if ids[item.id] == nil { ids[item.id] = place }
            if texts[Self.plain(item.text)] == nil { texts[Self.plain(item.text)] = place }
        }
        var seen: Set<Int> = []
        let before = (items.count, diagnostics.count)
        defer { if (items.count, diagnostics.count) != before { tablesThatCount += 1 } }
        for row in table.rows {
            guard !row.action.isEmpty || !row.id.isEmpty else {
                diagnostics.append(
                    Diagnostic(
                        .actionWithoutWords, "a row of the action items says nothing that is to be done",
                        at: row.origin, record: table.incident?.value, help: "write it into the column “Action”"))
                continue
            }
            let place = ids[row.id] ?? texts[Self.plain(row.action)] ?? texts[Self.plain(row.actionWithoutRemark)]
            if let place, seen.insert(place).inserted {
                edit(place, by: row)
            } else if !row.action.isEmpty, !ActionIdentities.isDuty(row.id) {
                items.append(new(row, self))
            }
        }
    }

    private static func plain(_ text: String) -> String { text.folded.lowercased() }

    private mutating func edit(_ place: Int, by row: ActionTable.Row) {
        var item = items[place]
        var differences: [ListedAction.Difference] = []
        func differ(_ field: ListedAction.Difference.Field, _ export: String, _ table: String) {
            differences.append(.init(field: field, export: export, table: table, exportOrigin: item.origin))
        }
        if row.isDone, item.state == .open {
            differ(.state, item.statusWord ?? item.state.rawValue, "done")
            item.state = .done
        }
        // The page shows an item's own words with remarks behind them.
        if !row.action.isEmpty, !Self.plain(row.action).contains(Self.plain(item.text)) {
            differ(.action, item.text, row.action)
            item.text = row.action
        }
        if !row.owner.isEmpty, row.owner.lowercased() != item.owner?.lowercased() {
            differ(.owner, item.owner ?? edition.phrases("action.nobody"), row.owner)
            item.owner = row.owner
        }
        if let due = due(row.due, unlike: item) {
            differ(.due, item.dueWords, due.words)
            item.due = due.instant
            item.dueWords = due.words
            item.isDueUnclear = due.instant == nil
        }
        guard !differences.isEmpty else { return }
        diagnostics.append(
            Diagnostic(
                .actionContradicted,
                "the post-mortem says otherwise than the export, and counts: "
                    + differences.map { "\($0.field.rawValue) “\($0.table)”, there “\($0.export)”" }
                    .joined(separator: "; "),
                at: row.origin, record: item.incident,
                help: "the export says it at \(edition.address(item.origin)); bring it up to date there"))
        item.differences = differences
        item.origin = row.origin
        item.judge(asOf: edition.asOf)
        items[place] = item
    }

    /// `nil` where the cell says what the item says: the same minute, or the same words.
    private func due(_ cell: String, unlike item: ListedAction) -> (instant: Instant?, words: String)? {
        guard !cell.isEmpty, cell != item.dueWords else { return nil }
        guard let due = TableDue(cell, zone: edition.zone) else {
            let bare = cell.filter { $0 != "“" && $0 != "”" }
            return item.dueWords.contains(bare)
                ? nil : (nil, edition.phrases("action.due.words", ["words": cell]))
        }
        if let known = item.due {
            let isSame =
                due.isDay
                ? edition.phrasing.day(known) == edition.phrasing.day(due.instant)
                : Phrasing.minuteNumber(known) == Phrasing.minuteNumber(due.instant)
            if isSame { return nil }
        }
        return (due.instant, due.isDay ? edition.phrasing.day(due.instant) : edition.phrasing.minute(due.instant))
    }

    /// The due date of a row that a person added.
    func due(_ cell: String) -> (instant: Instant?, words: String) {
        guard !cell.isEmpty else { return (nil, edition.phrases("action.due.never")) }
        guard let due = TableDue(cell, zone: edition.zone) else {
            return (nil, edition.phrases("action.due.words", ["words": cell]))
        }
        return (due.instant, due.isDay ? edition.phrasing.day(due.instant) : edition.phrasing.minute(due.instant))
    }
}

extension DiagnosticCode {
    static let actionContradicted = DiagnosticCode(
        "action-contradicted", .note, "a post-mortem and an export differ on an action item",
        """
        People tick, assign and date action items in the table of a post-mortem. Where an export still says otherwise, \
        the person's edit counts; both stand on the action list. Bring the system up to date that the export came from.
        """)
    static let actionWithoutWords = DiagnosticCode(
        "action-without-words", .warning, "a row of a post-mortem's action items has no action",
        """
        A row was ticked or given to somebody, and its column “Action” is empty, so nobody can know what is to be done. \
        It is left out of the action list.
        """)
    static let actionsOfNobody = DiagnosticCode(
        "actions-of-nobody", .warning, "a post-mortem belongs to no incident of the exports",
        """
        The front matter of a post-mortem names its incident (`incident: INC-7`); where it does not, its file name does. \
        The exports of this run hold no such incident, so its action items are listed under the name that it gives, \
        without title, severity and service.
        """)
    package static let actionsTooLong = DiagnosticCode(
        "actions-too-long", .warning, "a post-mortem is too long to be read back",
        """
        Action items are read from post-mortems of up to 1 MiB. A longer file was not written by a person, and is passed \
        over.
        """)
}
