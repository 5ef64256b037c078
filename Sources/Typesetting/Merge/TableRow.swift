/// One line of a Markdown table, cut into its cells.
struct TableRow: Sendable, Equatable {
    /// Without white space around them.
    var cells: [String]
    /// The line as it stands; `nil` for one that was put together.
    var line: TextLine?

    init(cells: [String]) { self.cells = cells }

    /// `nil` for a line that is no part of a table.
    init?(_ line: TextLine) {
        let text = line.text.trimmingSpaces
        guard text.hasPrefix("|") else { return nil }
        cells = Self.cells(of: text)
        self.line = line
    }

    var text: String { "| " + cells.joined(separator: " | ") + " |" }

    /// `|:--|---|`.
    var isDelimiter: Bool {
        !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.utf8.contains(UInt8(ascii: "-"))
                    && cell.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
            }
    }

    /// Cells of a line that begins with a bar; an escaped bar belongs to its cell.
    static func cells(of text: String) -> [String] {
        var cells: [[UInt8]] = [[]]
        var isEscaped = false
        for byte in text.utf8.dropFirst() {
            if byte == UInt8(ascii: "|"), !isEscaped {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        var words = cells.map { String(decoding: $0, as: UTF8.self).trimmingSpaces }
        if words.last == "" { words.removeLast() }
        return words
    }

    /// A cell without what a formatter pads it with: `:-----` is `:-`.
    static func plain(_ cell: String) -> String {
        guard cell.utf8.contains(UInt8(ascii: "-")),
            cell.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") })
        else { return cell }
        return (cell.hasPrefix(":") ? ":" : "") + "-" + (cell.hasSuffix(":") ? ":" : "")
    }
}
