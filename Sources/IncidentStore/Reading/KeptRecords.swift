internal import Diagnostics
internal import GRDB
internal import IncidentModel

/// Reads records back.
struct KeptRecords {
    private let words: [String]
    private let records: RowStatement

    init(_ db: Database, words: [String]) throws {
        self.words = words
        records = try RowStatement(db, "SELECT source, role, body FROM record WHERE id = ?")
    }

    /// Records by their exports: these in the order of reading, the records in the order in which they stood there. The
    /// number of a source in an origin is its ``KeptSource/id``.
    func exports(of ids: [Int64], _ sources: [Int64: KeptSource]) throws -> [KeptExport] {
        let read = try packed(ids).map { record in
            (
                record.source,
                (
                    id: record.id,
                    record: try record.unpacked(words, source: SourceID(UInt32(truncatingIfNeeded: record.source)))
                )
            )
        }
        return Self.exports(read, sources)
    }

    func packed(_ ids: [Int64]) throws -> [PackedRecord] {
        var packed: [PackedRecord] = []
        packed.reserveCapacity(ids.count)
        for id in ids {
            records.bind(1, id)
            try records.rows { row in
                guard let role = KeptRecord.Role(rawValue: UInt8(truncatingIfNeeded: row.number(1))) else {
                    throw BrokenRecord()
                }
                packed.append(PackedRecord(id: id, source: row.number(0), role: role, body: Array(row.bytes(2))))
            }
        }
        return packed
    }

    static func exports(
        _ read: [(source: Int64, entry: (id: Int64, record: KeptRecord))], _ sources: [Int64: KeptSource]
    ) -> [KeptExport] {
        var bySource: [Int64: [(id: Int64, record: KeptRecord)]] = [:]
        for one in read { bySource[one.source, default: []].append(one.entry) }
        return bySource.compactMap { id, records in sources[id].map { KeptExport(source: $0, records: records) } }
            .sorted { $0.source < $1.source }
    }
}

/// A record as its bytes in the database.
struct PackedRecord: Sendable {
    let id: Int64
    let source: Int64
    let role: KeptRecord.Role
    let body: [UInt8]

    func unpacked(_ words: [String], source: SourceID) throws -> KeptRecord {
        try body.withUnsafeBytes { bytes in
            var reader = RecordReader(bytes, words: words, source: source)
            return try reader.record(role)
        }
    }

    /// In their order, on up to `width` threads.
    static func unpacked(
        _ all: [PackedRecord], _ words: [String], numbered number: [Int64: SourceID], width: Int
    ) async throws -> [(source: Int64, entry: (id: Int64, record: KeptRecord))] {
        let size = max(1_000, (all.count + width - 1) / max(1, width))
        return try await withThrowingTaskGroup(
            of: (Int, [(source: Int64, entry: (id: Int64, record: KeptRecord))]).self
        ) { group in
            for start in stride(from: 0, to: all.count, by: size) {
                let part = all[start..<min(all.count, start + size)]
                group.addTask {
                    let records = try part.map { record in
                        let source = number[record.source] ?? SourceID(UInt32.max)
                        return (record.source, (id: record.id, record: try record.unpacked(words, source: source)))
                    }
                    return (start, records)
                }
            }
            var parts: [Int: [(source: Int64, entry: (id: Int64, record: KeptRecord))]] = [:]
            for try await (start, part) in group { parts[start] = part }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }
}
