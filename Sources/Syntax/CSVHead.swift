/// The head of a CSV text.
package struct CSVHead: Sendable, Equatable {
    /// What stands between two cells.
    package var delimiter: Character
    /// The names in the header row, in its order, without white space around them; empty where a column has none.
    package var columns: [String]

    package init(delimiter: Character, columns: [String]) {
        self.delimiter = delimiter
        self.columns = columns
    }
}

extension CSVHead {
    /// `nil` where the text does not look like a table: a header row of two cells or more, and a next row of as many,
    /// or at least of two.
    init?(_ input: InputText, encoding: TextEncoding) {
        guard case .table(let layout) = CSVLayout.of(input, limits: .standard, encoding: encoding),
            layout.names.count >= 2, layout.sample.isTable
        else { return nil }
        delimiter = Character(Unicode.Scalar(layout.shape.delimiter))
        columns = layout.names
    }
}
