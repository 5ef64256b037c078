package import IncidentModel

/// How action items stood from import to import: what their closing is told from where no export has a stamp.
package struct ActionHistory: Sendable {
    /// How one export told of an item.
    package struct Telling: Sendable, Equatable {
        /// The number of its import.
        package var turn: Int
        package var isOpen: Bool
        /// The latest moment that the export tells of: it was written then or later. `nil` where it tells of none.
        package var writtenFrom: Instant?
        /// When it was imported: it was written then or before.
        package var writtenBy: Instant

        package init(turn: Int, isOpen: Bool, writtenFrom: Instant?, writtenBy: Instant) {
            self.turn = turn
            self.isOpen = isOpen
            self.writtenFrom = writtenFrom
            self.writtenBy = writtenBy
        }
    }

    /// An item as every export names it.
    package struct Name: Sendable, Hashable {
        package var system: String
        package var incident: String
        package var text: String

        package init(system: String, incident: String, text: String) {
            self.system = system
            self.incident = incident
            self.text = text
        }
    }

    private var tellings: [Name: [Telling]] = [:]

    package init() {}

    package mutating func add(_ telling: Telling, of name: Name) { tellings[name, default: []].append(telling) }

    /// Leaves out incidents whose id another one has: which of them an item belongs to is not told by its name.
    package mutating func forget(_ ids: Set<String>) {
        if !ids.isEmpty { tellings = tellings.filter { !ids.contains($0.key.incident) } }
    }

    /// When an item was closed: the stamp of its export, otherwise between the exports that told of it.
    package func closing(of action: ActionItem, in incident: borrowing Incident) -> ActionClosing? {
        guard action.state == .done else { return nil }
        if let completed = action.completed { return .at(completed) }
        if tellings.isEmpty { return nil }
        let names = Set(incident.records.map { Name(system: $0.system, incident: $0.id, text: action.text) })
        return Self.closing(of: names.flatMap { tellings[$0] ?? [] })
    }

    /// `nil` where the last import does not tell it closed, or where imports contradict each other.
    static func closing(of tellings: [Telling]) -> ActionClosing? {
        let byTurn = Dictionary(grouping: tellings, by: \.turn)
        let turns = byTurn.keys.sorted().reversed().map { byTurn[$0] ?? [] }
        func isOpen(_ turn: [Telling]) -> Bool { turn.allSatisfy(\.isOpen) }
        let closed = turns.prefix { !isOpen($0) }
        guard let latest = closed.last?.filter({ !$0.isOpen }).map(\.writtenBy).min() else { return nil }
        let open = turns.dropFirst(closed.count).prefix(while: isOpen)
        let earliest = open.joined().compactMap(\.writtenFrom).max()
        if let earliest, earliest > latest { return nil }
        return .between(earliest, latest)
    }
}
