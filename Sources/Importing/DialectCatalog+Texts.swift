package import Diagnostics
package import Syntax

extension DialectCatalog {
    /// The records of an input that origins lie in, each once, in their order: of every origin the last record that does
    /// not begin behind it. An input that no dialect of the catalog reads has none.
    package func texts(
        of input: InputText, source: SourceID, dialect name: String, encoding: TextEncoding, width: Int,
        at origins: [Origin]
    ) async -> [RecordText] {
        guard !origins.isEmpty, let dialect = dialect(named: name) else { return [] }
        let stream = RecordStream(input, source: source, path: dialect.records, encoding: encoding)
        let records = await stream.map(width: width) { $0.recordText }.values
        let starts = records.indices.sorted { records[$0].origin < records[$1].origin }
        var wanted: Set<Int> = []
        for origin in origins {
            var low = 0
            var high = starts.count
            while low < high {
                let middle = (low + high) / 2
                if origin < records[starts[middle]].origin { high = middle } else { low = middle + 1 }
            }
            if low > 0 { wanted.insert(starts[low - 1]) }
        }
        return wanted.sorted().map { records[$0] }
    }
}
