/// How the first rows of a text fall into cells by one delimiter.
struct CSVSample: Sendable {
    let delimiter: UInt8
    /// Cells of each row, the header row first.
    private(set) var cells: [Int] = []
    /// Every delimiter in the header row is followed by a space or by the row's end, as commas in prose are.
    private(set) var isSpaced = true
    /// The input itself names the delimiter (`sep=;`).
    var isDeclared = false

    /// Rows that are looked at.
    private static let rows = 12

    /// The sample of the rows from a place to the end of the head.
    init(_ delimiter: UInt8, _ input: InputText, from offset: Int) {
        self.delimiter = delimiter
        let shape = CSVShape(delimiter: delimiter)
        let reach = min(input.count, max(ExportHead.size, offset))
        let end = input.base + reach
        var at = input.base + offset
        while at < end, cells.count < Self.rows {
            let row = at
            var count = 1
            while at < end, at.pointee != 0x0A, at.pointee != 0x0D {
                if at.pointee == 0x22, shape.opensCell(at, in: row) {
                    at = CSVShape.behindQuotes(at, to: end)
                    continue
                }
                if at.pointee == delimiter {
                    count += 1
                    if cells.isEmpty, end - at > 1, at[1] != 0x20, at[1] != 0x0A, at[1] != 0x0D { isSpaced = false }
                }
                at += 1
            }
            let isCut = at == end && reach < input.count
            if at > row, cells.isEmpty || !isCut { cells.append(count) }
            at = CSVShape.behindBreak(at, to: end)
        }
    }

    var columns: Int { cells.first ?? 0 }

    /// Rows that have as many cells as the header.
    var likes: Int { cells.dropFirst().count { $0 == columns } }

    /// Whether a person would call it a table rather than a text with commas.
    var isTable: Bool {
        guard columns >= 2 else { return false }
        if isDeclared { return true }
        if isSpaced { return cells.count > 1 && likes == cells.count - 1 }
        return cells.count == 1 || cells[1] >= 2
    }

    /// The delimiter by which most rows are as wide as the header, then the one by which the header is widest.
    static func best(_ input: InputText, from offset: Int) -> CSVSample {
        var best = CSVSample(0x2C, input, from: offset)
        for delimiter: UInt8 in [0x3B, 0x09, 0x7C] {
            let other = CSVSample(delimiter, input, from: offset)
            guard other.columns >= 2 else { continue }
            if best.columns < 2 || (other.likes, other.columns) > (best.likes, best.columns) { best = other }
        }
        return best
    }
}
