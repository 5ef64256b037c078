package import Diagnostics

/// What became of every record of a run: used, merged, joined, set aside, or rejected, and why. Nothing that came in is
/// lost: the fates of an input's records add up to the records that it holds.
package struct RecordLedger: Sendable {
    package enum Fate: String, Sendable, CaseIterable {
        /// It introduced an incident.
        case used
        /// Another record of an incident that was met before.
        case merged
        /// An entry that was joined to its incident.
        case joined
        /// An account, a deployment or a service: it tells of no incident, and completes those that name it.
        case context
        /// No incident, by a named rule.
        case setAside = "set-aside"
        /// An entry of no incident of the run.
        case orphaned
        case rejected
    }

    package struct Entry: Sendable {
        package var fate: Fate
        /// Where the record begins.
        package var origin: Origin
        /// Its own id, where it has one.
        package var record: String?
        /// The incident that it became a part of.
        package var incident: String?
        /// The rule, the name or the fault that decided.
        package var reason: String?

        package init(fate: Fate, origin: Origin, record: String?, incident: String? = nil, reason: String? = nil) {
            self.fate = fate
            self.origin = origin
            self.record = record
            self.incident = incident
            self.reason = reason
        }
    }

    /// One input, and what became of its records.
    package struct Input: Sendable {
        package var source: SourceID
        /// The dialect that it was read in; `nil` where none was found.
        package var dialect: String?
        /// What has the same bytes, and was read in its place: an earlier input, or a database.
        package var copyOf: String?
        package var counts: [Fate: Int]
        /// Records of other tables that it carries along, by name; they count as set aside.
        package var others: [(name: String, count: Int)]

        package init(
            source: SourceID, dialect: String?, copyOf: String? = nil, others: [(name: String, count: Int)]
        ) {
            self.source = source
            self.dialect = dialect
            self.copyOf = copyOf
            self.others = others
            counts = others.isEmpty ? [:] : [.setAside: others.reduce(0) { $0 + $1.count }]
        }

        package func count(_ fate: Fate) -> Int { counts[fate] ?? 0 }
        package var total: Int { counts.values.reduce(0, +) }
    }

    /// In the order in which they were named.
    package private(set) var inputs: [Input]
    /// In the order of the inputs, and of the records in them; empty where a run only counts.
    package private(set) var entries: [Entry] = []
    private let listsEntries: Bool
    private var places: [SourceID: Int] = [:]

    package init(_ inputs: [Input] = [], listsEntries: Bool = true) {
        self.inputs = inputs
        self.listsEntries = listsEntries
        for (place, input) in inputs.enumerated() { places[input.source] = place }
    }

    package mutating func add(_ entry: Entry) {
        if let place = places[entry.origin.source] { inputs[place].counts[entry.fate, default: 0] += 1 }
        if listsEntries { entries.append(entry) }
    }

    /// Puts the entries into the order of the inputs.
    package mutating func sort() { entries.sort { $0.origin < $1.origin } }

    /// How many records of the run met a fate.
    package func count(_ fate: Fate) -> Int { inputs.reduce(0) { $0 + $1.count(fate) } }

    /// Every record of the run.
    package var total: Int { inputs.reduce(0) { $0 + $1.total } }
}
