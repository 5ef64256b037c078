internal import Diagnostics
internal import GRDB
package import IncidentModel

/// One purge: everything that it takes out is gone when it is committed, or nothing is.
///
/// It holds the database against other writers from its beginning on.
package final class PurgeSession {
    private let queue: DatabaseQueue
    private let before: Instant
    private var book = WordBook()
    private var isOpen = true
    /// The number of this purge in the ledger.
    private var turn: Int64 = 0

    package init(_ database: IncidentDatabase, before: Instant, at moment: Instant, by program: String)
        throws(StoreFault)
    {
        queue = database.queue
        self.before = before
        try StoreFault.caught {
            try queue.inDatabase { db in
                // What is deleted is overwritten with zeros at once.
                try db.execute(sql: "PRAGMA secure_delete = ON")
                try db.execute(sql: "BEGIN IMMEDIATE")
                book = WordBook(try String.fetchAll(db, sql: "SELECT text FROM word ORDER BY id"))
                try db.execute(
                    sql: """
                        INSERT INTO purge (at, before, program, incidents, records, actions, sources)
                        VALUES (?, ?, ?, 0, 0, 0, 0)
                        """, arguments: [moment.microseconds, before.microseconds, program])
                turn = db.lastInsertedRowID
            }
        }
    }

    deinit { rollback() }

    private func inDatabase<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        try StoreFault.caught { try queue.inDatabase(body) }
    }

    package func sources() throws(StoreFault) -> [KeptSource] { try inDatabase { try KeptSources.fetch($0) } }

    package func bytes(of source: KeptSource) throws(StoreFault) -> [UInt8] {
        try inDatabase { db in try source.bytes(in: db) }
    }

    /// Incidents that ended before the moment, with their records: closed, and resolved where that was later. Where
    /// several incidents were made of records that name each other, all of them have to be over.
    package func groups() throws(StoreFault) -> [PurgeGroup] {
        try inDatabase { db in
            let over = "max(coalesce(resolved, closed), coalesce(closed, resolved)) < ?1"
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT i.id, i.component, i.system, i.number, i.inner_key FROM incident i
                    WHERE iif(i.component IS NULL, \(over), NOT EXISTS (
                        SELECT 1 FROM incident o WHERE o.component = i.component AND (\(over)) IS NOT TRUE))
                      AND EXISTS (
                        SELECT 1 FROM record r WHERE r.purge IS NULL AND (r.id = i.id
                          OR r.id IN (SELECT record FROM joined WHERE component = i.component)))
                    ORDER BY i.id
                    """, arguments: [before.microseconds])
            let body = try RowStatement(db, "SELECT source, role, body FROM record WHERE id = ?")
            let joined = try RowStatement(db, "SELECT record FROM joined WHERE component = ? ORDER BY record")
            let words = book.words
            var groups: [PurgeGroup] = []
            var places: [Int64: Int] = [:]
            for row in rows {
                let name = PurgeGroup.Name(system: row[2], number: row[3], key: row[4])
                let component: Int64? = row[1]
                if let component, let place = places[component] {
                    groups[place].incidents.append(name)
                    continue
                }
                var group = PurgeGroup()
                group.incidents = [name]
                var records: [Int64] = []
                if let component {
                    places[component] = groups.count
                    joined.bind(1, component)
                    try joined.rows { records.append($0.number(0)) }
                } else {
                    records = [row[0]]
                }
                for id in records {
                    body.bind(1, id)
                    try body.rows { row in
                        let source = row.number(0)
                        guard let role = KeptRecord.Role(rawValue: UInt8(truncatingIfNeeded: row.number(1))) else {
                            throw BrokenRecord()
                        }
                        var reader = RecordReader(
                            row.bytes(2), words: words, source: SourceID(UInt32(truncatingIfNeeded: source)))
                        group.entries.append(
                            PurgeGroup.Entry(id: id, source: source, record: try reader.record(role)))
                    }
                }
                groups.append(group)
            }
            return groups
        }
    }

    /// Where everything of an export stands that was not purged before, in the order of the export.
    package func places(in source: KeptSource, of groups: [PurgeGroup]) throws(StoreFault) -> [PurgePlace] {
        var group: [Int64: Int] = [:]
        for (place, one) in groups.enumerated() {
            for entry in one.entries where entry.source == source.id { group[entry.id] = place }
        }
        return try inDatabase { db in
            let words = book.words
            let number = SourceID(UInt32(truncatingIfNeeded: source.id))
            var places: [PurgePlace] = []
            let records = try RowStatement(
                db, "SELECT id, role, body FROM record WHERE source = ? AND purge IS NULL")
            records.bind(1, source.id)
            try records.rows { row in
                guard let role = KeptRecord.Role(rawValue: UInt8(truncatingIfNeeded: row.number(1))) else {
                    throw BrokenRecord()
                }
                var reader = RecordReader(row.bytes(2), words: words, source: number)
                let origin = try reader.record(role).incident.value.origin
                places.append(PurgePlace(group: group[row.number(0)], line: origin.line, column: origin.column))
            }
            let context = try RowStatement(db, "SELECT body FROM context WHERE source = ?")
            context.bind(1, source.id)
            try context.rows { row in
                var reader = RecordReader(row.bytes(0), words: words, source: number)
                let origin = try reader.context().origin
                places.append(PurgePlace(group: nil, line: origin.line, column: origin.column))
            }
            return places.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        }
    }

    /// Keeps other bytes of an export, of the same length.
    package func replace(
        _ source: KeptSource, by bytes: [UInt8], gaps: [SourceGap], isBlank: Bool, width: Int
    ) async throws {
        let digest = bytes.withUnsafeBytes { SourceDigest.hex(of: $0) }
        try inDatabase { db in
            try db.execute(sql: "DELETE FROM block WHERE source = ?", arguments: [source.id])
            try db.execute(
                sql: "UPDATE source SET stored_sha256 = ?, blank = ? WHERE id = ?",
                arguments: [digest, isBlank, source.id])
            for gap in gaps {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO gap (source, line, place, end_line) VALUES (?, ?, ?, ?)",
                    arguments: [source.id, gap.line, gap.column, gap.endLine])
            }
        }
        let rows = try StoreFault.caught {
            try queue.inDatabase { db in
                try RowStatement(db, "INSERT INTO block (source, number, bytes, data) VALUES (?, ?, ?, ?)")
            }
        }
        let kept = InPlace(bytes)
        let file = queue
        try await SourceBlocks.compress(kept.buffer, width: width) { number, count, block in
            try file.inDatabase { _ in
                rows.bind(1, source.id)
                rows.bind(2, Int64(number))
                rows.bind(3, Int64(count))
                rows.bind(4, block)
                try rows.run()
            }
        }
        withExtendedLifetime(kept) {}
    }

    /// Takes texts and names out of everything that the database keeps of these incidents; the records of `groups` have
    /// lost theirs already.
    package func apply(_ groups: [PurgeGroup], recurrence: [KeptRecurrence]) throws(StoreFault) -> PurgeOutcome {
        try inDatabase { db in
            try PurgeRows(db, book: book, turn: turn).apply(groups, recurrence)
        }
    }

    /// From here on it is gone; then the file is written anew, so that no page of it holds what was there.
    package func commit(_ outcome: PurgeOutcome) throws(StoreFault) {
        try inDatabase { db in
            try PurgeRows.keepWords(of: book, db)
            try db.execute(
                sql: "UPDATE purge SET incidents = ?, records = ?, actions = ?, sources = ? WHERE id = ?",
                arguments: [outcome.incidents, outcome.records, outcome.actions, outcome.sources, turn])
            try db.execute(sql: "COMMIT")
        }
        isOpen = false
        try sweep()
    }

    /// Also where an earlier purge was interrupted before it came to that.
    package func sweep() throws(StoreFault) {
        rollback()
        try inDatabase { db in
            guard try Int.fetchOne(db, sql: "SELECT count(*) FROM purge WHERE swept = 0") ?? 0 > 0 else { return }
            try db.execute(sql: "VACUUM")
            try db.execute(sql: "UPDATE purge SET swept = 1")
            // The log holds pages of earlier imports.
            _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    package func rollback() {
        guard isOpen else { return }
        isOpen = false
        try? queue.inDatabase { db in try db.execute(sql: "ROLLBACK") }
    }
}

/// Bytes that stay where they are while tasks read them.
private final class InPlace {
    let buffer: UnsafeRawBufferPointer

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 8)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<bytes.count])
    }

    deinit { buffer.deallocate() }
}

extension KeptContext {
    fileprivate var origin: Origin {
        switch self {
        case .account(let account, _): account.origin
        case .deployment(let deployment): deployment.origin
        case .service(let service): service.origin
        }
    }
}
