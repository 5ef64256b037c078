/// The first table of a block that has a column called `Id`, with the lines around it.
struct KeyedTable {
    private(set) var before: [TextLine] = []
    private(set) var columns: [String] = []
    /// Header and delimiter.
    private(set) var head: [TextLine] = []
    private(set) var rows: [TableRow] = []
    private(set) var after: [TextLine] = []
    private let keyColumn: Int

    static let keyName = "Id"

    /// `nil` where there is no such table.
    init?(_ lines: [TextLine]) {
        let start = lines.indices.dropLast().first { place in
            TableRow(lines[place]).map { $0.cells.contains(Self.keyName) } ?? false
                && TableRow(lines[place + 1])?.isDelimiter ?? false
        }
        guard let start, let header = TableRow(lines[start]),
            let column = header.cells.firstIndex(of: Self.keyName)
        else { return nil }
        keyColumn = column
        columns = header.cells
        before = Array(lines[..<start])
        head = Array(lines[start...(start + 1)])
        var place = start + 2
        while place < lines.count, let row = TableRow(lines[place]) {
            rows.append(row)
            place += 1
        }
        after = Array(lines[place...])
    }

    /// The id of a row; `nil` for one without, such as a person adds.
    func key(of row: TableRow) -> String? {
        guard row.cells.indices.contains(keyColumn), !row.cells[keyColumn].isEmpty else { return nil }
        return row.cells[keyColumn]
    }

    /// Rows by their ids; of several with one id the first.
    var keyed: [String: TableRow] {
        Dictionary(rows.compactMap { row in key(of: row).map { ($0, row) } }) { first, _ in first }
    }

    func cell(_ column: String, of row: TableRow) -> String? {
        guard let place = columns.firstIndex(of: column), row.cells.indices.contains(place) else { return nil }
        return row.cells[place]
    }
}
