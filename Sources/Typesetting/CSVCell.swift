/// One cell of a table for spreadsheets.
enum CSVCell {
    /// One line of text that begins with nothing that a spreadsheet runs, also behind every `;`: some split there.
    static func inert(_ text: String) -> String {
        if isPlain(text) { return text }
        var out = String.UnicodeScalarView()
        // What spreadsheets pass over before they look for a formula.
        var skipped = String.UnicodeScalarView()
        var isStart = true
        func settle(before next: Unicode.Scalar?) {
            if let next, runs(next) {
                out.append("'")
            } else if out.last == ";", skipped.first == "\"" || (skipped.isEmpty && next == nil) {
                // A quote right behind a `;` would open a cell that runs on into the next line.
                out.append(" ")
            }
            out.append(contentsOf: skipped)
            skipped.removeAll(keepingCapacity: true)
        }
        for scalar in VisibleText.line(text).unicodeScalars {
            if isStart, isSkipped(scalar) {
                skipped.append(scalar)
                continue
            }
            if isStart { settle(before: scalar) }
            out.append(scalar)
            isStart = scalar == ";"
        }
        if isStart { settle(before: nil) }
        return String(out)
    }

    /// Printable ASCII that begins with a letter or a digit, and holds no `;`, needs nothing.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, MarkdownToken.isDigit(first) || (0x61...0x7A).contains(first | 0x20),
            text.utf8.last != 0x20
        else { return text.isEmpty }
        return text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: ";") }
    }

    /// `12`, `-3.5`: digits with an optional sign and fraction.
    static func isNumber(_ text: String) -> Bool {
        var rest = Substring(text)
        if let sign = rest.utf8.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            rest = rest.dropFirst()
        }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy(MarkdownToken.isDigit) }
    }

    static func quoted(_ cell: String) -> String {
        let special = cell.utf8.contains { ",;\"".utf8.contains($0) || $0 < 0x20 }
        guard special else { return cell }
        var out = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { out += "\"" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }

    /// `= + - @` and their full-width forms.
    private static func runs(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    /// What spreadsheets pass over before they look for a formula: spaces, quotes, invisible characters.
    private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x22, 0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F...0x2060,
            0x3000, 0xFEFF, 0xFE00...0xFE0F:
            true
        default: false
        }
    }
}
