internal import GRDB
package import IncidentModel

/// Reads the list of exports.
enum KeptSources {
    static func fetch(_ db: Database, where condition: String = "1", _ arguments: StatementArguments = []) throws
        -> [KeptSource]
    {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.id, s.name, s.sha256, s.bytes, s.import, m.at, s.dialect, s.asked_dialect, s.encoding, s.time_zone,
                  s.incidents, s.entries, s.context, s.set_aside, s.rejected, s.errors, s.warnings,
                  (SELECT count(*) FROM record r WHERE r.source = s.id AND r.purge IS NOT NULL), s.blank
                FROM source s JOIN import m ON m.id = s.import WHERE \(condition)
                """, arguments: arguments)
        return rows.map { row in
            var counts = KeptSource.Counts()
            counts.incidents = row[10]
            counts.entries = row[11]
            counts.context = row[12]
            counts.setAside = row[13]
            counts.rejected = row[14]
            counts.errors = row[15]
            counts.warnings = row[16]
            var source = KeptSource(
                id: row[0], name: row[1], sha256: row[2], bytes: row[3], turn: row[4],
                imported: Instant(microseconds: row[5]), dialect: row[6],
                reading: KeptSource.Reading(dialect: row[7], encoding: row[8], zone: row[9]), counts: counts)
            source.purged = row[17]
            source.isBlank = row[18]
            return source
        }.sorted()
    }
}

extension KeptSource {
    /// Its bytes as they came.
    func bytes(in db: Database) throws -> [UInt8] {
        var out = [UInt8](repeating: 0, count: bytes)
        var place = 0
        try out.withUnsafeMutableBytes { buffer in
            let blocks = try RowStatement(db, "SELECT bytes, data FROM block WHERE source = ? ORDER BY number")
            blocks.bind(1, id)
            try blocks.rows { row in
                let count = Int(row.number(0))
                guard count >= 0, place + count <= buffer.count else {
                    throw StoreFault.damaged("“\(name)” is longer than it was")
                }
                try SourceBlocks.expand(
                    row.bytes(1), into: UnsafeMutableRawBufferPointer(rebasing: buffer[place..<place + count]))
                place += count
            }
        }
        guard place == bytes else { throw StoreFault.damaged("blocks of “\(name)” are missing") }
        return out
    }
}

extension IncidentDatabase {
    /// The exports that are kept, in the order in which they are read; those alone that were imported by a moment, where
    /// one is given.
    package func sources(knownOn moment: Instant? = nil) throws(StoreFault) -> [KeptSource] {
        try read { db in try KeptSources.fetch(db, where: "m.at <= ?", [moment?.microseconds ?? Int64.max]) }
    }

    /// The bytes of an export as it came.
    package func bytes(of source: KeptSource) throws(StoreFault) -> [UInt8] {
        try read { db in try source.bytes(in: db) }
    }

    /// How the latest import read its records: ``ImportSession``'s `gate`.
    package func gate() throws(StoreFault) -> String? {
        try read { db in try String.fetchOne(db, sql: "SELECT gate FROM import ORDER BY id DESC LIMIT 1") }
    }

    /// What decided the verdicts that are kept: see ``ImportSession``.
    package func book() throws(StoreFault) -> String? {
        try read { db in try String.fetchOne(db, sql: "SELECT book FROM import ORDER BY id DESC LIMIT 1") }
    }
}
