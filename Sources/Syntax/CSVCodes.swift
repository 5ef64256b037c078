package import Diagnostics

extension DiagnosticCode {
    package static let csvSyntax = DiagnosticCode(
        "csv-syntax", .error, "this is not CSV",
        """
        Text stands behind the closing quote of a cell (RFC 4180, section 2): a quote inside a quoted cell must be \
        doubled. The row is rejected whole, since a guess at where the cell ends could move every value behind it into \
        another column; its neighbours are used.
        """)

    package static let extraCells = DiagnosticCode(
        "extra-cells", .warning, "a row has more cells than the header",
        """
        The cells without a column are not read, the others are. Mostly a delimiter stands unquoted inside a text, and \
        then the values behind it have moved by one column: look at the row before you believe it. Empty cells at the \
        end of a row are passed over without a word.
        """)

    package static let shortRows = DiagnosticCode(
        "short-rows", .warning, "rows have fewer cells than the header",
        """
        The cells that are missing at the end of a row count as absent. Spreadsheets leave out empty cells so; but a line \
        break that stands unquoted inside a text tears a row into two short ones as well. It is said once for each \
        input, with the number of such rows and the place of the first.
        """)

    package static let unnamedColumns = DiagnosticCode(
        "unnamed-columns", .note, "columns have no name in the header row",
        """
        Cells are found by the name of their column; those of a column without a name are not read.
        """)
}
