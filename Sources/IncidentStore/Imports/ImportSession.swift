internal import GRDB
package import IncidentModel

/// One import: everything that it adds stands in the database when it is committed, or nothing does.
///
/// It is used from one task, and holds the database against other writers from its beginning on.
package final class ImportSession {
    /// The number of this import.
    package private(set) var turn: Int64 = 0
    /// Words of kept records; whoever encodes records shares it.
    package let book: WordBook
    /// How the import before this one read its records.
    package let previousGate: String?
    /// What decided the verdicts that it kept.
    package let previousBook: String?
    /// Whether nothing was imported before.
    package let isFirst: Bool
    let queue: DatabaseQueue
    private var knownWords: Int
    /// How many there were before.
    package let incidents: Int
    private var rows: RowWriter?
    private var isOpen = true

    /// Waits for an import of another process to end.
    package init(
        _ database: IncidentDatabase, at moment: Instant, by program: String, under policy: KeptPolicy, gate: String,
        book digest: String
    )
        throws(StoreFault)
    {
        queue = database.queue
        let begun = try StoreFault.caught {
            try database.queue.inDatabase { db in
                let isNew = try Int.fetchOne(db, sql: "SELECT count(*) FROM import") == 0
                // What is added to an empty file needs no log: a crash cuts it off again.
                try db.execute(sql: "PRAGMA journal_mode = \(isNew ? "DELETE" : "WAL")")
                try db.execute(sql: "BEGIN IMMEDIATE")
                let words = try String.fetchAll(db, sql: "SELECT text FROM word ORDER BY id")
                let isFirst = try Int.fetchOne(db, sql: "SELECT count(*) FROM import") == 0
                let previous = try Row.fetchOne(db, sql: "SELECT gate, book FROM import ORDER BY id DESC LIMIT 1")
                let incidents = try Int.fetchOne(db, sql: "SELECT count(*) FROM incident") ?? 0
                try db.execute(
                    sql: "INSERT OR IGNORE INTO policy (sha256, name, effective_from, text) VALUES (?, ?, ?, ?)",
                    arguments: [policy.sha256, policy.name, policy.effectiveFrom.microseconds, policy.text])
                try db.execute(
                    sql: "INSERT INTO import (at, program, policy, gate, book) VALUES (?, ?, ?, ?, ?)",
                    arguments: [moment.microseconds, program, policy.sha256, gate, digest])
                return (
                    words: words, isFirst: isFirst, turn: db.lastInsertedRowID,
                    gate: previous?["gate"] as String?, verdicts: previous?["book"] as String?, incidents: incidents
                )
            }
        }
        book = WordBook(begun.words)
        knownWords = begun.words.count
        isFirst = begun.isFirst
        turn = begun.turn
        previousGate = begun.gate
        previousBook = begun.verdicts
        incidents = begun.incidents
    }

    /// Whatever was not committed is undone.
    deinit { rollback() }

    func inDatabase<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        try StoreFault.caught { try queue.inDatabase(body) }
    }

    /// Where bulk rows go; made when the first of them comes.
    func writer(_ db: Database) throws -> RowWriter {
        if let rows { return rows }
        let made = try RowWriter(db, turn: turn, book: book, isFirst: isFirst)
        rows = made
        return made
    }

    /// The export of these bytes, where it was imported before.
    package func known(sha256: String) throws(StoreFault) -> KeptSource? {
        try inDatabase { db in try KeptSources.fetch(db, where: "s.sha256 = ?", [sha256]).first }
    }

    /// Every export that is kept, this import's included.
    package func sources() throws(StoreFault) -> [KeptSource] {
        try inDatabase { db in try KeptSources.fetch(db) }
    }

    package func bytes(of source: KeptSource) throws(StoreFault) -> [UInt8] {
        try inDatabase { db in try source.bytes(in: db) }
    }

    /// Keeps an export's bytes, before its records are read. `forget` is told up to where they are kept.
    package func add(
        name: String, sha256: String, bytes: UnsafeRawBufferPointer, reading: KeptSource.Reading, width: Int,
        forgetting forget: (_ end: Int) -> Void = { _ in }
    ) async throws -> Int64 {
        let id = try inDatabase { db in
            try db.execute(
                sql: """
                    INSERT INTO source (import, name, sha256, bytes, asked_dialect, encoding, time_zone)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [turn, name, sha256, bytes.count, reading.dialect, reading.encoding, reading.zone])
            return db.lastInsertedRowID
        }
        try await SourceBlocks.compress(bytes, width: width, forgetting: forget) { number, count, block in
            try self.inDatabase { db in
                let rows = try self.writer(db)
                try rows.block(of: id, number, bytes: count, block)
            }
        }
        return id
    }

    /// Keeps what records of an export say.
    package func keep(_ part: KeptPart, of source: Int64) throws(StoreFault) {
        try inDatabase { db in
            let rows = try writer(db)
            for record in part.records { try rows.insert(record, of: source) }
            for context in part.context { try rows.insert(context, of: source) }
        }
    }

    /// Writes down what became of an export.
    package func finish(_ source: Int64, dialect: String?, counts: KeptSource.Counts) throws(StoreFault) {
        try inDatabase { db in
            try db.execute(
                sql: """
                    UPDATE source SET dialect = ?, incidents = ?, entries = ?, context = ?, set_aside = ?, rejected = ?,
                      errors = ?, warnings = ? WHERE id = ?
                    """,
                arguments: [
                    dialect, counts.incidents, counts.entries, counts.context, counts.setAside, counts.rejected,
                    counts.errors, counts.warnings, source,
                ])
        }
    }

    /// Forgets what was believed of all records, where they are to be read again by other rules.
    package func forgetBeliefs() throws(StoreFault) {
        rows = nil
        try inDatabase { db in
            for table in ["verdict", "claim", "joined", "name", "incident", "context", "record"] {
                try db.execute(sql: "DELETE FROM \(table)")
            }
        }
    }

    /// Everything that was known is read anew: what follows is new.
    package func endReadingAnew() throws(StoreFault) { try inDatabase { db in try writer(db).beginOwn() } }

    /// Puts records together where they share a name with others, and ends the import: from here on it stands.
    package func commit(joining reconcile: KeptReconciler) throws(StoreFault) -> ImportOutcome {
        let outcome = try inDatabase { db in
            let rows = try writer(db)
            let words = book.words
            let insert = try RowStatement(db, "INSERT INTO word (id, text) VALUES (?, ?)")
            for number in knownWords..<words.count {
                insert.bind(1, Int64(number))
                insert.bind(2, words[number])
                try insert.run()
            }
            try rows.finish(db)
            var outcome = try RecordJoin(db, rows: rows, words: words, turn: turn).run(reconcile)
            outcome.new = max(0, outcome.total - incidents)
            try db.execute(sql: "COMMIT")
            // Another process may be waiting to write: it does the same when it is done.
            try? db.execute(sql: "PRAGMA busy_timeout = 0; PRAGMA journal_mode = WAL")
            return outcome
        }
        isOpen = false
        return outcome
    }

    /// Undoes everything.
    package func rollback() {
        guard isOpen else { return }
        isOpen = false
        rows = nil
        try? queue.inDatabase { db in try db.execute(sql: "ROLLBACK") }
    }
}
