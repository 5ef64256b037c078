/// One line of wiki markup outside of code.
enum WikiLine {
    static func plain(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let start = line.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
        let (lead, body) = lead(of: line[start...])
        let words = WikiWords(Array(body)).plain()
        if let cells = cells(of: words) { return cells }
        return (lead ?? Array(line[..<start])) + words
    }

    /// What stands in the place of the signs that begin a line, and what follows them: `h1. `, `bq. `, `** `, `# `.
    private static func lead(of line: ArraySlice<UInt8>) -> (lead: [UInt8]?, body: ArraySlice<UInt8>) {
        guard let blank = line.prefix(16).firstIndex(of: 0x20), blank > line.startIndex else { return (nil, line) }
        let sign = line[..<blank]
        let body = line[(blank + 1)...]
        if sign.allSatisfy({ $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#") }) { return (Array("- ".utf8), body) }
        let isHeading =
            sign.count == 3 && sign.first == UInt8(ascii: "h") && sign.last == UInt8(ascii: ".")
            && (0x31...0x36).contains(sign[sign.startIndex + 1])
        return isHeading || sign.elementsEqual("bq.".utf8) ? ([], body.drop { $0 == 0x20 }) : (nil, line)
    }

    /// A table's row, `|a|b|` or `||a||b||`, its cells joined; `nil` for every other line.
    private static func cells(of words: [UInt8]) -> [UInt8]? {
        let bar = UInt8(ascii: "|")
        guard words.first == bar, words.last(where: { !HTMLText.isBlank($0) }) == bar else { return nil }
        let cells = words.split(separator: bar).map(trimmed)
        guard cells.contains(where: { !$0.isEmpty }) else { return nil }
        let end = HTMLText.isBlank(words[words.count - 1]) ? cells.count - 1 : cells.count
        return Array(cells[..<end].joined(separator: " | ".utf8))
    }

    private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let start = cell.firstIndex(where: { !HTMLText.isBlank($0) }),
            let end = cell.lastIndex(where: { !HTMLText.isBlank($0) })
        else { return [] }
        return cell[start...end]
    }
}
