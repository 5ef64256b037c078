/// One line of data on its way into Markdown, as bytes.
///
/// What it may do: nothing. Neighbours are unknown, so the first and the last byte count as the edge of a line.
struct MarkdownText {
    private let bytes: [UInt8]
    private var out: [UInt8] = []

    init(_ line: String) { bytes = Array(line.utf8) }

    func escaped() -> String {
        var writer = self
        writer.write()
        return String(decoding: writer.out, as: UTF8.self)
    }

    private mutating func write() {
        out.reserveCapacity(bytes.count + bytes.count / 8 + 8)
        var index = 0
        while index < bytes.count {
            let end = MarkdownToken.end(in: bytes, from: index)
            guard end > index else {
                writePlain(index)
                index += 1
                continue
            }
            let code = MarkdownToken.codeRange(in: bytes, token: index..<end)
            for place in index..<code.lowerBound { writePlain(place) }
            if !code.isEmpty {
                out.append(UInt8(ascii: "`"))
                out.append(contentsOf: bytes[code])
                out.append(UInt8(ascii: "`"))
            }
            for place in code.upperBound..<end { writePlain(place) }
            index = end
        }
    }

    private func at(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }
    private func isWord(_ index: Int) -> Bool { at(index).map(MarkdownToken.isAlphanumeric) ?? false }

    /// One byte outside a code span, escaped where Markdown or a renderer would read it as more than itself.
    private mutating func writePlain(_ index: Int) {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: "&"): out.append(contentsOf: (beginsEntity(index) ? "&amp;" : "&").utf8)
        case UInt8(ascii: "\\"):
            // Next to a table's bar two backslashes are read differently by different renderers.
            let next = at(index + 1)
            out.append(contentsOf: (next == nil || next == UInt8(ascii: "|") ? "&#92;" : "\\\\").utf8)
        default:
            if needsBackslash(byte, index) { out.append(UInt8(ascii: "\\")) }
            out.append(byte)
        }
    }

    private func needsBackslash(_ byte: UInt8, _ index: Int) -> Bool {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
            UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "{"):
            true
        case UInt8(ascii: "_"): !(isWord(index - 1) && isWord(index + 1))
        case UInt8(ascii: "#"): index == 0 || index == bytes.count - 1 || at(index - 1) == UInt8(ascii: "{")
        case UInt8(ascii: "%"): index == 0 || at(index - 1) == UInt8(ascii: "{")
        case UInt8(ascii: ">"), UInt8(ascii: "="): index == 0
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"): index == 0 && !isWord(1)
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"): index == 0 && at(1) == byte
        case UInt8(ascii: "."), UInt8(ascii: ")"): index == 0 || endsListNumber(index)
        default: false
        }
    }

    /// `12.` or `12)` at the start, with nothing or a space behind it.
    private func endsListNumber(_ index: Int) -> Bool {
        guard index <= 9, at(index + 1) == nil || at(index + 1) == UInt8(ascii: " ") else { return false }
        return bytes[..<index].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// `&name;`, `&#1;`, or the beginning of one that the neighbour could finish. The longest name has 31 letters.
    private func beginsEntity(_ index: Int) -> Bool {
        var place = index + 1
        if at(place) == UInt8(ascii: "#") { place += 1 }
        while place < min(bytes.count, index + 40), MarkdownToken.isAlphanumeric(bytes[place]) { place += 1 }
        return place >= bytes.count || bytes[place] == UInt8(ascii: ";")
    }

    /// A code span whose fence is longer than any run of backticks inside.
    static func code(_ line: String) -> String {
        guard !line.isEmpty else { return "" }
        var longest = 0
        var run = 0
        for byte in line.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        // A bar cannot stand in a code span both inside and outside a table; text that has one is escaped instead.
        if line.utf8.contains(UInt8(ascii: "|")) { return markdownEscaped(line) }
        let fence = String(repeating: "`", count: longest + 1)
        let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
        return fence + pad + line + pad + fence
    }
}
