internal import Diagnostics
internal import GRDB
internal import IncidentModel

/// Reads records and context back.
struct KeptRecords {
    private let words: [String]
    private let records: RowStatement

    init(_ db: Database, words: [String]) throws {
        self.words = words
        records = try RowStatement(db, "SELECT source, role, body FROM record WHERE id = ?")
    }

    /// Records by their exports: these in the order of reading, the records in the order in which they stood there.
    func exports(
        of ids: [Int64], _ sources: [Int64: KeptSource],
        numbered number: (Int64) -> SourceID = { SourceID(UInt32(truncatingIfNeeded: $0)) }
    ) throws -> [KeptExport] {
        var bySource: [Int64: [(id: Int64, record: KeptRecord)]] = [:]
        for id in ids {
            records.bind(1, id)
            try records.rows { row in
                let source = row.number(0)
                guard let role = KeptRecord.Role(rawValue: UInt8(truncatingIfNeeded: row.number(1))) else {
                    throw BrokenRecord()
                }
                var reader = RecordReader(row.bytes(2), words: words, source: number(source))
                bySource[source, default: []].append((id, try reader.record(role)))
            }
        }
        return bySource.compactMap { id, records in sources[id].map { KeptExport(source: $0, records: records) } }
            .sorted { $0.source < $1.source }
    }
}
