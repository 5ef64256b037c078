import Diagnostics
import Importing
import IncidentStore
import Syntax

/// Which bytes of which exports go with which incidents.
///
/// Several incidents may stand in one record of an export, and a record goes as a whole: a group is due only where nothing
/// else stands in its records.
struct PurgePlan {
    struct Export {
        var source: KeptSource
        var places: RecordPlaces
        /// By record of the export: the groups that have something in it; `nil` for what stays.
        var tenants: [Int: Set<Int?>] = [:]

        /// Whether nothing that is read is left of the export.
        func isBlank(without records: Set<Int>) -> Bool { Set(tenants.keys) == records }
    }

    private(set) var sources: [Int64: Export] = [:]
    private let groups: [PurgeGroup]
    private var held: Set<Int> = []

    init(_ groups: [PurgeGroup]) { self.groups = groups }

    mutating func look(
        at source: KeptSource, _ session: PurgeSession, dialects: DialectCatalog, width: Int
    ) async throws {
        let stood = try session.places(in: source, of: groups)
        guard let name = source.dialect, let dialect = dialects.dialect(named: name) else {
            // A field map that is not named: where its records stand cannot be told.
            for place in stood { if let group = place.group { held.insert(group) } }
            return
        }
        let text = InputText(bytes: try session.bytes(of: source))
        let encoding = TextEncoding(named: source.reading.encoding) ?? .utf8
        var export = Export(
            source: source, places: await RecordPlaces(text, in: dialect, encoding: encoding, width: width))
        for place in stood {
            if let record = export.places.record(holding: place) {
                export.tenants[record, default: []].insert(place.group)
            } else if let group = place.group {
                held.insert(group)
            }
        }
        sources[source.id] = export
    }

    /// The groups that can go, by their places.
    func settled() -> [Int] {
        var held = held
        while true {
            let before = held.count
            for export in sources.values {
                for tenants in export.tenants.values
                where tenants.contains(nil)
                    || tenants.contains(where: { one in
                        one.map(held.contains) ?? false
                    })
                {
                    for case let group? in tenants { held.insert(group) }
                }
            }
            if held.count == before { break }
        }
        return groups.indices.filter { !held.contains($0) }
    }

    /// The records of each export that go.
    func blanks(of due: [Int]) -> [Int64: Set<Int>] {
        let due = Set(due)
        var blanks: [Int64: Set<Int>] = [:]
        for (source, export) in sources {
            let records = export.tenants.filter { _, tenants in
                tenants.allSatisfy { one in one.map(due.contains) ?? false }
            }
            if !records.isEmpty { blanks[source] = Set(records.keys) }
        }
        return blanks
    }
}
