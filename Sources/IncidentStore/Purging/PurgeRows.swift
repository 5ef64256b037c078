internal import Diagnostics
internal import GRDB
internal import IncidentModel

/// Changes the rows of incidents that are purged.
struct PurgeRows {
    private let db: Database
    private let book: WordBook
    private let turn: Int64

    init(_ db: Database, book: WordBook, turn: Int64) {
        self.db = db
        self.book = book
        self.turn = turn
    }

    func apply(_ groups: [PurgeGroup], _ recurrence: [KeptRecurrence]) throws -> PurgeOutcome {
        var outcome = PurgeOutcome()
        var encoder = RecordWriter(book)
        let body = try RowStatement(db, "UPDATE record SET body = ?, purge = ? WHERE id = ?")
        for group in groups {
            for entry in group.entries {
                encoder.record(entry.record)
                body.bind(1, encoder.bytes)
                body.bind(2, turn)
                body.bind(3, entry.id)
                try body.run()
            }
            outcome.records += group.entries.count
            outcome.incidents += group.incidents.count
        }
        try themes()
        try claims()
        outcome.actions = try actions()
        try documents()
        let answer = try RowStatement(
            db, "INSERT OR IGNORE INTO recurrence (system, number, inner_key, recurs) VALUES (?, ?, ?, ?)")
        for kept in recurrence {
            answer.bind(1, kept.system)
            answer.bind(2, kept.number)
            answer.bind(3, kept.key ?? "")
            answer.bind(4, kept.recurs ? 1 : 0)
            try answer.run()
        }
        outcome.sources = try count("SELECT count(DISTINCT source) FROM record WHERE purge = \(turn)")
        return outcome
    }

    /// The incidents of this purge, by their records.
    private var purged: String {
        """
        (SELECT i.id FROM incident i WHERE i.id IN (SELECT id FROM record WHERE purge = \(turn))
          OR i.component IN (SELECT j.component FROM joined j JOIN record r ON r.id = j.record WHERE r.purge = \(turn)))
        """
    }

    private func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }

    /// Incidents keep their service, and share no title or cause any more.
    private func themes() throws {
        let services = try Row.fetchAll(
            db,
            sql: """
                SELECT i.id, t.service FROM incident i JOIN theme t ON t.id = i.theme
                WHERE i.id IN \(purged) AND (t.title IS NOT NULL OR t.cause IS NOT NULL)
                """)
        let insert = try RowStatement(db, "INSERT OR IGNORE INTO theme (id, service) VALUES (?, ?)")
        let update = try RowStatement(db, "UPDATE incident SET theme = ? WHERE id = ?")
        for row in services {
            let service: String? = row[1]
            let number = ThemeNumber.of(service: service, title: nil, cause: nil)
            insert.bind(1, number)
            insert.bind(2, service)
            try insert.run()
            update.bind(1, number)
            update.bind(2, row[0] as Int64)
            try update.run()
        }
        try db.execute(
            sql: "DELETE FROM theme WHERE id NOT IN (SELECT theme FROM incident WHERE theme IS NOT NULL)")
    }

    private func claims() throws {
        let subjects = (Ordinals.milestones.map(\.rawValue) + ["severity", "status"]).map { "'\($0)'" }
        try db.execute(
            sql: """
                DELETE FROM claim WHERE incident IN \(purged) AND subject NOT IN (\(subjects.joined(separator: ", ")))
                """)
    }

    /// What was to be done stays as a number, with its state and moments.
    private func actions() throws -> Int {
        try db.execute(
            sql: """
                CREATE TEMP TABLE purged_action AS
                SELECT a.id FROM action a WHERE a.text <> 'purged ' || a.id AND EXISTS (
                  SELECT 1 FROM incident i WHERE i.number = a.number AND i.system = a.system AND i.id IN \(purged))
                """)
        let found = try count("SELECT count(*) FROM purged_action")
        try db.execute(
            sql: """
                UPDATE action SET text = 'purged ' || id, owner = NULL, due_words = NULL
                WHERE id IN (SELECT id FROM purged_action);
                UPDATE action_change SET owner = NULL WHERE action IN (SELECT id FROM purged_action);
                DROP TABLE purged_action
                """)
        return found
    }

    /// A path can name a customer. That something was written stays.
    private func documents() throws {
        try db.execute(
            sql: """
                UPDATE OR REPLACE document SET path = 'purged' WHERE EXISTS (
                  SELECT 1 FROM incident i WHERE i.id IN \(purged) AND (
                    instr(path, '/' || i.number || '.') > 0 OR instr(path, '/' || i.number || '/') > 0))
                """)
    }

    /// Words that no record has any more are emptied; their numbers stay.
    static func keepWords(of book: WordBook, _ db: Database) throws {
        let words = book.words
        let known = try Int.fetchOne(db, sql: "SELECT count(*) FROM word") ?? 0
        let insert = try RowStatement(db, "INSERT INTO word (id, text) VALUES (?, ?)")
        for number in known..<max(known, words.count) {
            insert.bind(1, Int64(number))
            insert.bind(2, words[number])
            try insert.run()
        }
        // A full book is not looked through: words that records write out stand in no order in it.
        guard words.count < WordBook.limit else { return }
        // Every record is read with the numbers of words for words, and written with a book that notes them.
        let numbers = words.indices.map { "\($0)" }
        let used = WordBook()
        var encoder = RecordWriter(used)
        let records = try RowStatement(db, "SELECT role, body FROM record")
        try records.rows { row in
            guard let role = KeptRecord.Role(rawValue: UInt8(truncatingIfNeeded: row.number(0))) else {
                throw BrokenRecord()
            }
            var reader = RecordReader(row.bytes(1), words: numbers, source: .init(0))
            encoder.record(try reader.record(role))
        }
        let context = try RowStatement(db, "SELECT body FROM context")
        try context.rows { row in
            var reader = RecordReader(row.bytes(0), words: numbers, source: .init(0))
            encoder.context(try reader.context())
        }
        let kept = Set(used.words)
        let empty = try RowStatement(db, "UPDATE word SET text = '' WHERE id = ?")
        for number in words.indices where !words[number].isEmpty && !kept.contains(numbers[number]) {
            empty.bind(1, Int64(number))
            try empty.run()
        }
    }
}
