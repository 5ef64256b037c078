internal import Diagnostics
internal import GRDB

extension IncidentDatabase {
    /// Everything that is wrong with the file: its pages, references between rows, the digests of the exports that it keeps,
    /// the ledger of imports against the rows, and records that cannot be read. None: it is sound.
    package func findings() throws(StoreFault) -> [DatabaseFinding] {
        try read { db in
            let pages = try Self.pages(db)
            // A broken file makes everything else up.
            guard pages.isEmpty else { return pages }
            return try Self.references(db) + Self.exports(db) + Self.ledger(db) + Self.records(db)
        }
    }

    private static func pages(_ db: Database) throws -> [DatabaseFinding] {
        do {
            return try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
                .map(DatabaseFinding.file)
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CORRUPT {
            return [.file(error.message ?? "the file is malformed")]
        }
    }

    private static func references(_ db: Database) throws -> [DatabaseFinding] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT \"table\", count(*) FROM pragma_foreign_key_check() GROUP BY 1 ORDER BY 1")
        return rows.map { .dangling(table: $0[0], rows: $0[1]) }
    }

    /// Every export is expanded and digested, one after the other.
    private static func exports(_ db: Database) throws -> [DatabaseFinding] {
        let kept = try Row.fetchAll(db, sql: "SELECT id, stored_sha256 FROM source WHERE stored_sha256 IS NOT NULL")
        let stored = Dictionary(kept.map { ($0[0] as Int64, $0[1] as String) }) { first, _ in first }
        return try KeptSources.fetch(db).compactMap { source in
            do {
                let digest = try source.bytes(in: db).withUnsafeBytes { SourceDigest.hex(of: $0) }
                guard digest != stored[source.id] ?? source.sha256 else { return nil }
                return .export(name: source.name, reason: "its bytes have the digest \(digest)")
            } catch let fault as StoreFault {
                guard case .damaged(let reason) = fault else { throw fault }
                return .export(name: source.name, reason: reason)
            }
        }
    }

    private static func ledger(_ db: Database) throws -> [DatabaseFinding] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.name, s.incidents + s.entries, coalesce(r.n, 0), s.context, coalesce(c.n, 0) FROM source s
                LEFT JOIN (SELECT source, count(*) AS n FROM record GROUP BY source) r ON r.source = s.id
                LEFT JOIN (SELECT source, count(*) AS n FROM context GROUP BY source) c ON c.source = s.id
                ORDER BY s.name, s.id
                """)
        var findings: [DatabaseFinding] = []
        for row in rows {
            if row[1] as Int != row[2] as Int {
                findings.append(.count(of: "records", name: row[0], ledger: row[1], rows: row[2]))
            }
            if row[3] as Int != row[4] as Int {
                findings.append(
                    .count(of: "accounts, deployments and services", name: row[0], ledger: row[3], rows: row[4]))
            }
        }
        // A record stands alone, or among those that were put together: the incidents follow from that.
        let alone =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM record r WHERE r.role < 2 AND NOT EXISTS (SELECT 1 FROM joined WHERE record = r.id)
                    """) ?? 0
        let single = try Int.fetchOne(db, sql: "SELECT count(*) FROM incident WHERE component IS NULL") ?? 0
        if alone != single {
            findings.append(.count(of: "incidents of one record", name: "", ledger: alone, rows: single))
        }
        return findings
    }

    private static func records(_ db: Database) throws -> [DatabaseFinding] {
        let words = try String.fetchAll(db, sql: "SELECT text FROM word ORDER BY id")
        var broken = 0
        let records = try RowStatement(db, "SELECT role, body FROM record")
        try records.rows { row in
            guard let role = KeptRecord.Role(rawValue: UInt8(truncatingIfNeeded: row.number(0))) else {
                broken += 1
                return
            }
            var reader = RecordReader(row.bytes(1), words: words, source: SourceID(0))
            do { _ = try reader.record(role) } catch { broken += 1 }
        }
        return broken > 0 ? [.records(broken)] : []
    }
}
