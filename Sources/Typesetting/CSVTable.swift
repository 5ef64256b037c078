/// A table for spreadsheets (RFC 4180: CRLF, UTF-8 without a mark), in which no cell can run.
///
/// A cell that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, "CSV injection").
package struct CSVTable: Sendable {
    package struct Column: Sendable {
        package var name: String
        /// Holds plain numbers, which may begin with a sign.
        package var isNumeric: Bool

        package init(_ name: String, isNumeric: Bool = false) {
            self.name = name
            self.isNumeric = isNumeric
        }
    }

    package let columns: [Column]
    private var rows: [[String]] = []

    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; cells missing at its end are empty, cells beyond the last column are a mistake of ours.
    package mutating func append(_ cells: [String]) {
        precondition(cells.count <= columns.count, "A row has more cells than the table has columns.")
        rows.append(cells + Array(repeating: "", count: columns.count - cells.count))
    }

    /// The whole file, header first.
    package var text: String { header + rowsText }

    package var header: String { record(columns.map { CSVCell.inert($0.name) }) }

    /// The rows without the header, for a file that is made part by part.
    package var rowsText: String {
        var out = ""
        for row in rows {
            out += record(
                zip(columns, row).map { column, cell in
                    column.isNumeric && CSVCell.isNumber(cell) ? cell : CSVCell.inert(cell)
                })
        }
        return out
    }

    /// A file of many rows: `rows` adds those of a stretch of what the table is about.
    package func long(
        over count: Int, _ rows: @escaping @Sendable (Range<Int>, inout CSVTable) -> Void
    ) -> LongText {
        let empty = CSVTable(columns)
        let head: LongText.Part = { Array(empty.header.utf8) }
        return LongText(
            [head]
                + LongText.stretches(of: count) { range in
                    var table = empty
                    rows(range, &table)
                    return Array(table.rowsText.utf8)
                })
    }

    private func record(_ cells: [String]) -> String {
        // A line that is empty would be skipped by readers; one empty cell is written as quotes.
        if cells.count == 1, cells[0].isEmpty { return "\"\"\r\n" }
        return cells.map(CSVCell.quoted).joined(separator: ",") + "\r\n"
    }
}
