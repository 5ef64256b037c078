package import Diagnostics
internal import GRDB
package import IncidentModel

/// What a report of a period needs of a database: the records of the incidents that it is about, and what is known of all
/// the others.
package struct PeriodRecords: Sendable {
    /// Those of the incidents that the report is about (``PeriodReach``); with them every record that shares a name with one
    /// of theirs.
    package var exports: [KeptExport] = []
    /// What tells of no incident and completes those that name it, by export.
    package var context: [Int64: [KeptContext]] = [:]
    /// The systems of all incidents.
    package var families: Set<String> = []
    /// How many records of the whole database met each fate.
    package var fates: [RecordLedger.Fate: Int] = [:]
    /// Other incidents of the run of periods.
    package var settled: [SettledIncident] = []

    package init() {}
}

/// A run of periods of which a report shows a few figures.
package struct PeriodRun: Sendable {
    package let start: Instant
    package let end: Instant
    /// Incidents belong to the period of this milestone: detected or resolved.
    package let mark: Milestone
    /// Whether verdicts that were kept at the import are those that the report would find.
    package let trustsVerdicts: Bool

    package init(from start: Instant, to end: Instant, by mark: Milestone, trustsVerdicts: Bool) {
        self.start = start
        self.end = end
        self.mark = mark
        self.trustsVerdicts = trustsVerdicts
    }
}

extension IncidentDatabase {
    /// `number` is the place of an export among the inputs of the run.
    package func records(
        for reach: PeriodReach, _ run: PeriodRun, of sources: [KeptSource], numbered number: [Int64: SourceID],
        width: Int
    ) async throws -> PeriodRecords {
        var found = PeriodRecords()
        let byID = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
        let (words, packed) = try read { db in
            let words = try String.fetchAll(db, sql: "SELECT text FROM word ORDER BY id")
            let ids = try Self.records(for: reach, run, db, settled: &found.settled)
            try Self.readContext(db, words, number, into: &found)
            found.families = Set(try Self.families(db))
            found.fates = try Self.fates(db, sources)
            return (words, try KeptRecords(db, words: words).packed(ids))
        }
        do {
            let read = try await PackedRecord.unpacked(packed, words, numbered: number, width: width)
            found.exports = KeptRecords.exports(read, byID)
        } catch {
            // The same words as for a fault that SQLite finds.
            try StoreFault.caught { throw error }
        }
        return found
    }

    /// In rising order, which is that of reading within an export.
    private static func records(
        for reach: PeriodReach, _ run: PeriodRun, _ db: Database, settled: inout [SettledIncident]
    ) throws -> [Int64] {
        var alone: [Int64] = []
        var components: Set<Int64> = []
        let others = run.mark == .resolved ? "resolved >= ?2 AND resolved < ?1" : "detected >= ?2 AND resolved < ?1"
        let columns = "id, component, detected, resolved, severity, settled"
        let incidents = try RowStatement(
            db,
            """
            SELECT \(columns) FROM incident WHERE resolved IS NULL
            UNION ALL SELECT \(columns) FROM incident WHERE resolved >= ?1
            UNION ALL SELECT \(columns) FROM incident WHERE detected >= ?1 AND resolved < ?1 AND NOT (\(others))
            UNION ALL SELECT \(columns) FROM incident WHERE \(others)
            """)
        incidents.bind(1, reach.start.microseconds)
        incidents.bind(2, min(run.start, reach.start).microseconds)
        try incidents.rows { row in
            let detected = row.optional(2).map { Instant(microseconds: $0) }
            let resolved = row.optional(3).map { Instant(microseconds: $0) }
            if !reach.holds(detected: detected, resolved: resolved) {
                guard let moment = run.mark == .resolved ? resolved : detected, run.start <= moment, moment < run.end
                else { return }
                // No figure of the run is about an incident without a severity.
                guard let severity = row.optional(4).flatMap({ Ordinals.severity(Int($0) - 1) }) else { return }
                if run.trustsVerdicts, detected.map({ $0 <= reach.asOf }) ?? true,
                    let resolved, resolved <= reach.asOf,
                    let outcome = row.optional(5).flatMap({ SettledIncident.Outcome(rawValue: $0) })
                {
                    settled.append(
                        SettledIncident(detected: detected, resolved: resolved, severity: severity, outcome: outcome))
                    return
                }
            }
            if let component = row.optional(1) { components.insert(component) } else { alone.append(row.number(0)) }
        }
        let joined = try RowStatement(db, "SELECT record FROM joined WHERE component = ?")
        for component in components.sorted() {
            joined.bind(1, component)
            try joined.rows { row in alone.append(row.number(0)) }
        }
        return alone.sorted()
    }

    private static func readContext(
        _ db: Database, _ words: [String], _ number: [Int64: SourceID], into found: inout PeriodRecords
    ) throws {
        let context = try RowStatement(
            db, "SELECT source, body FROM context WHERE superseded IS NULL ORDER BY id")
        try context.rows { row in
            let source = row.number(0)
            var reader = RecordReader(row.bytes(1), words: words, source: number[source] ?? SourceID(UInt32.max))
            found.context[source, default: []].append(try reader.context())
        }
    }

    /// A list of all by one step through the index for each.
    private static func families(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE f(system) AS (
                  SELECT min(system) FROM incident
                  UNION ALL SELECT (SELECT min(system) FROM incident WHERE system > f.system) FROM f
                    WHERE f.system IS NOT NULL)
                SELECT system FROM f WHERE system IS NOT NULL
                """)
    }

    private static func fates(_ db: Database, _ sources: [KeptSource]) throws -> [RecordLedger.Fate: Int] {
        var fates: [RecordLedger.Fate: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT fate, count(*) FROM joined GROUP BY fate") {
            if let fate = RecordLedger.Fate(rawValue: row[0]) { fates[fate] = row[1] }
        }
        fates[.used] = try Int.fetchOne(db, sql: "SELECT count(*) FROM incident") ?? 0
        fates[.context] = sources.reduce(0) { $0 + $1.counts.context }
        fates[.setAside] = sources.reduce(0) { $0 + $1.counts.setAside }
        fates[.rejected] = sources.reduce(0) { $0 + $1.counts.rejected }
        return fates
    }
}
