package import Diagnostics
internal import GRDB
package import IncidentModel

/// What a report of a period needs of a database: the records of the incidents that can matter for it, and what is known of
/// all the others.
package struct PeriodRecords: Sendable {
    /// Those of the incidents detected or resolved from a moment on, and of those without a resolution on record; with them
    /// every record that shares a name with one of theirs.
    package var exports: [KeptExport] = []
    /// What tells of no incident and completes those that name it, by export.
    package var context: [Int64: [KeptContext]] = [:]
    /// The systems of all incidents.
    package var families: Set<String> = []
    /// How many records of the whole database met each fate.
    package var fates: [RecordLedger.Fate: Int] = [:]
    /// What the incidents of the whole database are about.
    package var themes: [(number: Int64, service: String?, title: String?, cause: String?)] = []

    package init() {}
}

extension IncidentDatabase {
    /// `number` is the place of an export among the inputs of the run.
    package func records(
        from moment: Instant, of sources: [KeptSource], numbered number: [Int64: SourceID]
    ) throws(StoreFault) -> PeriodRecords {
        try read { db in
            let byID = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
            let words = try String.fetchAll(db, sql: "SELECT text FROM word ORDER BY id")
            var found = PeriodRecords()
            found.exports = try KeptRecords(db, words: words).exports(of: try Self.records(from: moment, db), byID) {
                number[$0] ?? SourceID(UInt32.max)
            }
            try Self.readContext(db, words, number, into: &found)
            found.families = Set(try Self.families(db))
            found.fates = try Self.fates(db, sources)
            let themes = try RowStatement(db, "SELECT id, service, title, cause FROM theme")
            try themes.rows { row in
                found.themes.append((row.number(0), row.text(1), row.text(2), row.text(3)))
            }
            return found
        }
    }

    /// In rising order, which is that of reading within an export.
    private static func records(from moment: Instant, _ db: Database) throws -> [Int64] {
        var alone: [Int64] = []
        var components: Set<Int64> = []
        let incidents = try RowStatement(
            db,
            """
            SELECT id, component FROM incident WHERE resolved IS NULL
            UNION ALL SELECT id, component FROM incident WHERE resolved >= ?1
            UNION ALL SELECT id, component FROM incident WHERE detected >= ?1 AND resolved < ?1
            """)
        incidents.bind(1, moment.microseconds)
        try incidents.rows { row in
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

    /// Asks about earlier incidents: `body` is handed a question, whether an incident of a theme was detected from one
    /// moment on and before another.
    package func asking<Value>(
        _ body: ((_ theme: Int64, _ from: Instant, _ before: Instant) throws -> Bool) throws -> Value
    ) throws(StoreFault) -> Value {
        try read { db in
            let statement = try RowStatement(
                db, "SELECT 1 FROM incident WHERE theme = ? AND detected >= ? AND detected < ? LIMIT 1")
            return try body { theme, from, before in
                statement.bind(1, theme)
                statement.bind(2, from.microseconds)
                statement.bind(3, before.microseconds)
                var isFound = false
                try statement.rows { _ in isFound = true }
                return isFound
            }
        }
    }
}
