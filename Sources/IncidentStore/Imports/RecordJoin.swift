internal import Diagnostics
internal import GRDB
internal import IncidentModel

/// Puts the records of an import together with all that share a name with them: of a whole database only the components
/// that the new records touch are looked at again.
///
/// Two records belong to one component if a text by which one can be found or finds others stands with the other, whatever
/// system it belongs to, or if a third one links them so. That is more than joins: which of them are one incident is
/// decided by the reconciler.
struct RecordJoin {
    private let db: Database
    private let rows: RowWriter
    private let words: [String]
    private let turn: Int64
    private let namesOf: RowStatement
    private let numberOf: RowStatement
    private let named: RowStatement
    private let numbered: RowStatement

    init(_ db: Database, rows: RowWriter, words: [String], turn: Int64) throws {
        self.db = db
        self.rows = rows
        self.words = words
        self.turn = turn
        namesOf = try RowStatement(db, "SELECT text FROM name WHERE record = ?")
        numberOf = try RowStatement(db, "SELECT number FROM incident WHERE id = ? AND component IS NULL")
        named = try RowStatement(db, "SELECT record FROM name WHERE text = ?")
        numbered = try RowStatement(db, "SELECT id FROM incident WHERE number = ? AND component IS NULL")
    }

    /// Records put together in one go: enough that a call is worth it, few enough for flat memory.
    private static let batch = 2_000

    func run(_ reconcile: KeptReconciler) throws -> ImportOutcome {
        var outcome = ImportOutcome()
        var seen: Set<Int64> = []
        let families = Set(try String.fetchAll(db, sql: "SELECT DISTINCT system FROM incident"))
        let sources = Dictionary(try KeptSources.fetch(db).map { ($0.id, $0) }) { first, _ in first }
        var components: [[Int64]] = []
        var size = 0
        for record in try touched() where !seen.contains(record) {
            let component = try component(of: record, &seen)
            components.append(component)
            size += component.count
            if size >= Self.batch {
                try join(components, sources, families, reconcile, &outcome)
                (components, size) = ([], 0)
            }
        }
        if !components.isEmpty { try join(components, sources, families, reconcile, &outcome) }
        outcome.total = try Int.fetchOne(db, sql: "SELECT count(*) FROM incident") ?? 0
        return outcome
    }

    /// New records that share a name with another one, and all new fragments.
    private func touched() throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT a.id FROM incident a WHERE a.id >= ?1 AND a.component IS NULL
                  AND (EXISTS (SELECT 1 FROM incident b WHERE b.number = a.number AND b.id <> a.id)
                    OR EXISTS (SELECT 1 FROM name n WHERE n.text = a.number AND n.record <> a.id))
                UNION
                SELECT n.record FROM name n WHERE n.record >= ?1
                  AND (EXISTS (SELECT 1 FROM name m WHERE m.text = n.text AND m.record <> n.record)
                    OR EXISTS (SELECT 1 FROM incident i WHERE i.number = n.text AND i.component IS NULL AND i.id <> n.record))
                UNION
                SELECT r.id FROM record r WHERE r.id >= ?1 AND r.role = 2
                ORDER BY 1
                """, arguments: [rows.firstRecord])
    }

    /// Every record that a chain of shared names links to one.
    private func component(of start: Int64, _ seen: inout Set<Int64>) throws -> [Int64] {
        var component: [Int64] = []
        var waiting = [start]
        var texts: Set<String> = []
        seen.insert(start)
        while let record = waiting.popLast() {
            component.append(record)
            var new: [String] = []
            for statement in [namesOf, numberOf] {
                statement.bind(1, record)
                try statement.rows { row in
                    if let text = row.text(0), texts.insert(text).inserted { new.append(text) }
                }
            }
            for text in new {
                for statement in [named, numbered] {
                    statement.bind(1, text)
                    try statement.rows { row in
                        if seen.insert(row.number(0)).inserted { waiting.append(row.number(0)) }
                    }
                }
            }
        }
        return component
    }

    private func join(
        _ components: [[Int64]], _ sources: [Int64: KeptSource], _ families: Set<String>, _ reconcile: KeptReconciler,
        _ outcome: inout ImportOutcome
    ) throws {
        var homes: [Int64: Int64] = [:]
        for component in components {
            let name = component.min() ?? 0
            for record in component { homes[record] = name }
        }
        let exports = try KeptRecords(db, words: words).exports(of: homes.keys.sorted(), sources)
        let result = reconcile(exports, families)
        let told = try forget(homes.keys.sorted(), in: Set(homes.values).sorted())
        let joined = try RowStatement(
            db, "INSERT INTO joined (record, component, fate, superseded) VALUES (?, ?, ?, ?)")
        for export in exports {
            for (id, record) in export.records {
                joined.bind(1, id)
                joined.bind(2, homes[id])
                joined.bind(3, (result.fates[id] ?? .merged).rawValue)
                joined.bind(4, result.superseded[id])
                try joined.run()
                // So far it was found by its number alone.
                if told.contains(id) { try rows.insert(name: record.incident.value.id, of: id) }
            }
        }
        for (place, (id, shared)) in result.incidents.enumerated() {
            let settled = result.settled.indices.contains(place) ? result.settled[place] : nil
            try rows.incidents.insert(shared.value, id: id, component: homes[id], settled: settled) { Int64($0.number) }
            try keepClaims(of: shared.value, id: id)
            if result.verdicts.indices.contains(place) { try rows.insert(verdicts: result.verdicts[place], of: id) }
        }
        let toldAgain = Set(homes.filter { $0.key >= rows.firstOwn }.values.filter { $0 < rows.firstOwn })
        outcome.updated += result.incidents.count { homes[$0.record].map(toldAgain.contains) ?? false }
        try keepSuperseded(exports, result, homes)
    }

    /// Removes what was believed of the records; those that have no names yet.
    private func forget(_ records: [Int64], in components: [Int64]) throws -> Set<Int64> {
        var nameless: Set<Int64> = []
        let hasName = try RowStatement(db, "SELECT 1 FROM name WHERE record = ? LIMIT 1")
        let statements = try ["DELETE FROM joined WHERE record = ?", "DELETE FROM incident WHERE id = ?"].map {
            try RowStatement(db, $0)
        }
        for record in records {
            var isNamed = false
            hasName.bind(1, record)
            try hasName.rows { _ in isNamed = true }
            if !isNamed { nameless.insert(record) }
            for statement in statements {
                statement.bind(1, record)
                try statement.run()
            }
        }
        return nameless
    }

    private func keepClaims(of incident: Incident, id: Int64) throws {
        guard !incident.claims.isEmpty else { return }
        let claims = try RowStatement(
            db,
            """
            INSERT INTO claim (incident, subject, words, system, source, line, believed) VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        for claim in incident.claims {
            claims.bind(1, id)
            claims.bind(2, claim.subject.name)
            claims.bind(3, claim.words)
            claims.bind(4, claim.record.system)
            claims.bind(5, Int64(claim.origin.source.number))
            claims.bind(6, Int64(claim.origin.line))
            claims.bind(7, claim.isBelieved ? 1 : 0)
            try claims.run()
        }
    }

    /// What records said that are told again stays among the claims of the incident that stands in their place.
    private func keepSuperseded(
        _ exports: [KeptExport], _ result: KeptReconciliation, _ homes: [Int64: Int64]
    ) throws {
        guard !result.superseded.isEmpty else { return }
        let claims = try RowStatement(
            db,
            """
            INSERT INTO claim (incident, subject, words, system, source, line, believed, superseded)
            SELECT i.id, ?2, ?3, ?4, ?5, ?6, 0, ?7 FROM incident i
            WHERE i.component = ?8 ORDER BY i.number = ?1 DESC, i.id LIMIT 1
            """)
        for export in exports {
            for (id, record) in export.records {
                guard let turn = result.superseded[id] else { continue }
                let incident = record.incident.value
                var words = incident.milestones.marks.map { ($0.milestone.rawValue, $0.instant.rfc3339, $0.origin) }
                if let severity = incident.severity {
                    words.append(("severity", severity.value.rawValue, severity.origin))
                }
                if let status = incident.statusWord { words.append(("status", status.value, status.origin)) }
                for (subject, word, origin) in words {
                    claims.bind(1, incident.id)
                    claims.bind(2, subject)
                    claims.bind(3, word)
                    claims.bind(4, incident.system)
                    claims.bind(5, export.source.id)
                    claims.bind(6, Int64(origin.line))
                    claims.bind(7, turn)
                    claims.bind(8, homes[id])
                    try claims.run()
                }
            }
        }
    }
}
