/// One line of a page with the line break that it had: `\n`, `\r\n`, or none at the very end of a text.
struct TextLine: Sendable, Equatable {
    var text: String
    var ending: String

    /// All of a text; joined again they are the same bytes.
    static func all(of text: String) -> [TextLine] {
        let bytes = Array(text.utf8)
        var lines: [TextLine] = []
        var start = 0
        for (place, byte) in bytes.enumerated() where byte == 0x0A {
            let isWindows = place > start && bytes[place - 1] == 0x0D
            let end = isWindows ? place - 1 : place
            lines.append(
                TextLine(text: String(decoding: bytes[start..<end], as: UTF8.self), ending: isWindows ? "\r\n" : "\n"))
            start = place + 1
        }
        if start < bytes.count {
            lines.append(TextLine(text: String(decoding: bytes[start...], as: UTF8.self), ending: ""))
        }
        return lines
    }

    static func joined(_ lines: [TextLine]) -> String {
        var out = ""
        out.reserveCapacity(lines.reduce(0) { $0 + $1.text.utf8.count + 2 })
        for line in lines {
            out += line.text
            out += line.ending
        }
        return out
    }

    /// The line break that most lines of a text have.
    static func usualEnding(of lines: [TextLine]) -> String {
        let windows = lines.count { $0.ending == "\r\n" }
        return windows * 2 > lines.count ? "\r\n" : "\n"
    }

    var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// What a formatter leaves as it is: no white space at the end, and in a table none around cells and no padding.
    var plain: String {
        let trimmed = text.trimmingSpaces
        guard trimmed.hasPrefix("|") else { return trimmed }
        return TableRow.cells(of: trimmed).map(TableRow.plain).joined(separator: "|")
    }

    /// A text's lines as a formatter leaves them, blank ones left out: equal for what reads the same.
    static func plain(_ lines: [TextLine]) -> [String] { lines.filter { !$0.isBlank }.map(\.plain) }
}
