package import Diagnostics
internal import GRDB
internal import IncidentModel

/// What is left of the records of an export whose texts and names were purged.
package struct PurgedPart: Sendable {
    package var records: [KeptRecord] = []
    package var gaps: [SourceGap] = []

    init() {}

    /// Only where records stood.
    package init(gapsOf part: PurgedPart) { gaps = part.gaps }
}

/// A place in the kept bytes of an export where a record stood.
package struct SourceGap: Sendable, Equatable {
    package var line: UInt32
    package var column: UInt32
    /// Lines between ``line`` and this one are blank.
    package var endLine: UInt32

    package init(line: UInt32, column: UInt32, endLine: UInt32) {
        self.line = line
        self.column = column
        self.endLine = endLine
    }
}

extension PurgedPart {
    static func fetch(_ db: Database, of source: KeptSource, as number: SourceID) throws -> PurgedPart {
        let words = try String.fetchAll(db, sql: "SELECT text FROM word ORDER BY id")
        var part = PurgedPart()
        let records = try RowStatement(
            db, "SELECT role, body, purge FROM record WHERE source = ? AND purge IS NOT NULL ORDER BY id")
        records.bind(1, source.id)
        try records.rows { row in
            guard let role = KeptRecord.Role(rawValue: UInt8(truncatingIfNeeded: row.number(0))) else {
                throw BrokenRecord()
            }
            var reader = RecordReader(row.bytes(1), words: words, source: number)
            var record = try reader.record(role)
            record.purge = row.number(2)
            part.records.append(record)
        }
        let gaps = try Row.fetchAll(
            db, sql: "SELECT line, place, end_line FROM gap WHERE source = ? ORDER BY 1, 2", arguments: [source.id])
        part.gaps = gaps.map { SourceGap(line: $0[0], column: $0[1], endLine: $0[2]) }
        return part
    }
}

/// Whether an incident had happened before, as was found before titles and causes were purged.
package struct KeptRecurrence: Sendable {
    package var system: String
    package var number: String
    package var key: String?
    package var recurs: Bool

    package init(system: String, number: String, key: String?, recurs: Bool) {
        self.system = system
        self.number = number
        self.key = key
        self.recurs = recurs
    }
}

extension IncidentDatabase {
    /// `number` is the place of the export among the inputs of a run.
    package func purged(of source: KeptSource, as number: SourceID) throws(StoreFault) -> PurgedPart {
        try read { db in try PurgedPart.fetch(db, of: source, as: number) }
    }

    package func keptRecurrence() throws(StoreFault) -> [KeptRecurrence] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT system, number, inner_key, recurs FROM recurrence").map { row in
                let key: String = row[2]
                return KeptRecurrence(system: row[0], number: row[1], key: key.isEmpty ? nil : key, recurs: row[3])
            }
        }
    }
}

extension ImportSession {
    /// What was replaced in an export before it was kept, by rule, and the digest of what is kept.
    package func note(
        redaction counts: [(rule: String, count: Int)], of source: Int64, kept digest: String
    ) throws(StoreFault) {
        try StoreFault.caught {
            try queue.inDatabase { db in
                try db.execute(
                    sql: "UPDATE source SET stored_sha256 = ? WHERE id = ?", arguments: [digest, source])
                for (rule, count) in counts {
                    try db.execute(
                        sql: "INSERT INTO redaction (source, rule, matches) VALUES (?, ?, ?)",
                        arguments: [source, rule, count])
                }
            }
        }
    }

    /// Before beliefs are forgotten: what no export can tell again.
    package func purged(of source: KeptSource, as number: SourceID) throws(StoreFault) -> PurgedPart {
        try StoreFault.caught { try queue.inDatabase { db in try PurgedPart.fetch(db, of: source, as: number) } }
    }
}
