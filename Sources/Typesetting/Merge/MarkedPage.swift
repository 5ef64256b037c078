/// A page in parts: its front matter, lines that anybody may write, and generated blocks.
struct MarkedPage: Sendable {
    enum Part: Sendable, Equatable {
        case line(TextLine)
        case block(GeneratedBlock)
    }

    /// From one `---` to the other, both included; empty where there is none.
    private(set) var frontMatter: [TextLine] = []
    private(set) var parts: [Part] = []
    /// The first block of each name.
    private(set) var blocks: [String: GeneratedBlock] = [:]
    let ending: String
    let endsWithLineBreak: Bool

    init(_ text: String) {
        let lines = TextLine.all(of: text)
        ending = TextLine.usualEnding(of: lines)
        endsWithLineBreak = lines.last.map { !$0.ending.isEmpty } ?? true
        let start = Self.frontMatterEnd(lines)
        frontMatter = Array(lines[..<start])
        readParts(Array(lines[start...]))
    }

    var blockNames: [String] {
        parts.compactMap { if case .block(let block) = $0 { block.name } else { nil } }
    }

    private static func frontMatterEnd(_ lines: [TextLine]) -> Int {
        guard let first = lines.first, first.text == "---" || first.text == "\u{FEFF}---" else { return 0 }
        let end = lines.indices.dropFirst().first { lines[$0].text == "---" || lines[$0].text == "..." }
        return end.map { $0 + 1 } ?? 0
    }

    /// A block reaches from its beginning to the next end of its name. A beginning without an end is a line like any
    /// other: what follows it belongs to whoever broke it.
    private mutating func readParts(_ lines: [TextLine]) {
        let marks = lines.map { GeneratedBlock.mark($0.text) }
        var ends: [String: [Int]] = [:]
        for (place, mark) in marks.enumerated().reversed() {
            if case .end(let name) = mark { ends[name, default: []].append(place) }
        }
        var place = 0
        while place < lines.count {
            if case .begin(let name) = marks[place] {
                // The last of them is the first in the text; those behind us are done with.
                while let end = ends[name]?.last, end < place { ends[name]?.removeLast() }
                if let end = ends[name]?.last {
                    let block = GeneratedBlock(
                        name: name, begin: lines[place], body: Array(lines[(place + 1)..<end]), end: lines[end])
                    parts.append(.block(block))
                    if blocks[name] == nil { blocks[name] = block }
                    place = end + 1
                    continue
                }
            }
            parts.append(.line(lines[place]))
            place += 1
        }
    }
}
