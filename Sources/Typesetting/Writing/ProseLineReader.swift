/// The lines of a text, each with whether it holds prose of the author's own.
struct ProseLineReader {
    enum Kind { case prose, blank, hidden }

    struct Line {
        /// With its line break.
        var range: Range<Int>
        var kind: Kind
    }

    private let text: [UInt8]
    private let isMarkdown: Bool
    private var at = 0
    private var fence: (mark: UInt8, length: Int)?
    /// Where the front matter ends.
    private var matterEnd = 0
    private var isAfterBlank = true
    private var isInCode = false
    private var isInList = false

    init(_ text: [UInt8], isMarkdown: Bool) {
        self.text = text
        self.isMarkdown = isMarkdown
        if isMarkdown { matterEnd = Self.frontMatter(of: text) }
    }

    mutating func next() -> Line? {
        guard at < text.count else { return nil }
        let end = (text[at...].firstIndex(of: 0x0A) ?? text.count - 1) + 1
        let range = at..<end
        at = end
        let line = Line(range: range, kind: kind(of: range))
        isAfterBlank = line.kind == .blank
        return line
    }

    private mutating func kind(of range: Range<Int>) -> Kind {
        if range.lowerBound < matterEnd { return .hidden }
        let content = text[range].firstIndex { !ProseMask.isSpace($0) }
        if isMarkdown, let open = fence {
            if let content, closes(open, range, content) { fence = nil }
            return .hidden
        }
        guard let content else { return .blank }
        if text[content] == UInt8(ascii: ">") { return .hidden }
        guard isMarkdown else { return .prose }
        if let mark = fenceMark(range, content) {
            fence = mark
            return .hidden
        }
        let indent = text[range.lowerBound..<content].reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
        if isListItem(content) {
            isInList = true
        } else if indent == 0, isAfterBlank {
            isInList = false
        }
        isInCode = indent >= 4 && !isInList && (isInCode || isAfterBlank)
        return isInCode ? .hidden : .prose
    }

    /// Three backticks or tildes, or more.
    private func fenceMark(_ range: Range<Int>, _ content: Int) -> (mark: UInt8, length: Int)? {
        let mark = text[content]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = text[content..<range.upperBound].prefix { $0 == mark }.count
        guard length >= 3 else { return nil }
        let isSpan = mark == UInt8(ascii: "`") && text[content + length..<range.upperBound].contains(mark)
        return isSpan ? nil : (mark, length)
    }

    private func closes(_ open: (mark: UInt8, length: Int), _ range: Range<Int>, _ content: Int) -> Bool {
        let marks = text[content..<range.upperBound].prefix { $0 == open.mark }
        return marks.count >= open.length && text[marks.endIndex..<range.upperBound].allSatisfy(ProseMask.isSpace)
    }

    private func isListItem(_ content: Int) -> Bool {
        var after = content + 1
        if (0x30...0x39).contains(text[content]) {
            while after < text.count, (0x30...0x39).contains(text[after]) { after += 1 }
            guard after < text.count, text[after] == 0x2E || text[after] == 0x29 else { return false }
            after += 1
        } else if !"-+*".utf8.contains(text[content]) {
            return false
        }
        return after < text.count && ProseMask.isSpace(text[after])
    }

    /// The length of the YAML between two `---` at the top.
    private static func frontMatter(of text: [UInt8]) -> Int {
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            let line = text[start..<end].last == 0x0D ? text[start..<end - 1] : text[start..<end]
            let isMark = line.elementsEqual("---".utf8)
            if start == 0, !isMark { return 0 }
            if start > 0, isMark || line.elementsEqual("...".utf8) { return min(text.count, end + 1) }
            start = end + 1
        }
        return 0
    }
}
