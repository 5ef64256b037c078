/// A text in which everything but the author's own prose is blanked out, byte for byte.
///
/// It reads Markdown as far as that needs: fenced and indented code, code spans, block quotes, front matter, tags,
/// addresses of links. Every pass is linear in the text, whatever it holds.
struct ProseMask {
    /// Matches no letter and no space: a phrase never runs across it.
    static let blank: UInt8 = 0

    let text: [UInt8]
    private(set) var prose: [UInt8]
    /// Runs of lines that belong together: paragraphs, headings, list items, tables.
    private var blocks: [Range<Int>] = []

    init(_ text: [UInt8]) {
        self.text = text
        prose = text
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    mutating func hide(_ range: Range<Int>) {
        for index in range where prose[index] != 0x0A { prose[index] = Self.blank }
    }

    mutating func hideQuotedLinesAndCode(in format: ProseBlock.Format) {
        var lines = ProseLineReader(text, isMarkdown: format == .markdown)
        var start: Int?
        while let line = lines.next() {
            switch line.kind {
            case .prose:
                start = start ?? line.range.lowerBound
            case .blank, .hidden:
                if let begin = start { blocks.append(begin..<line.range.lowerBound) }
                start = nil
                if line.kind == .hidden { hide(line.range) }
            }
        }
        if let begin = start { blocks.append(begin..<text.count) }
        for block in blocks {
            if format == .markdown {
                hideCodeSpans(block)
                hideTags(block)
                hideLinkTargets(block)
            }
            hideAddresses(block)
        }
    }

    /// Bytes between runs of backticks of one length.
    private mutating func hideCodeSpans(_ block: Range<Int>) {
        var runs: [Range<Int>] = []
        var at = block.lowerBound
        while at < block.upperBound {
            guard text[at] == UInt8(ascii: "`") else {
                at += text[at] == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            let start = at
            while at < block.upperBound, text[at] == UInt8(ascii: "`") { at += 1 }
            runs.append(start..<at)
        }
        var next: [Int: Int] = [:]
        var partner = [Int?](repeating: nil, count: runs.count)
        for index in runs.indices.reversed() {
            partner[index] = next[runs[index].count]
            next[runs[index].count] = index
        }
        var index = 0
        while index < runs.count {
            if let end = partner[index] {
                hide(runs[index].lowerBound..<runs[end].upperBound)
                index = end + 1
            } else {
                index += 1
            }
        }
    }

    /// `<…>`, where it looks like a tag, a remark or an address.
    private mutating func hideTags(_ block: Range<Int>) {
        guard let last = prose[block].lastIndex(of: UInt8(ascii: ">")) else { return }
        var at = block.lowerBound
        while at < last {
            let next = prose[at + 1]
            let begins = prose[at] == UInt8(ascii: "<") && (next == 0x21 || next == 0x2F || Self.isLetter(next))
            guard begins, let end = prose[at..<block.upperBound].firstIndex(of: UInt8(ascii: ">")) else {
                at += 1
                continue
            }
            hide(at..<end + 1)
            at = end + 1
        }
    }

    /// `](…)`.
    private mutating func hideLinkTargets(_ block: Range<Int>) {
        guard let last = prose[block].lastIndex(of: UInt8(ascii: ")")) else { return }
        var at = block.lowerBound
        while at + 1 < last {
            guard prose[at] == UInt8(ascii: "]"), prose[at + 1] == UInt8(ascii: "("),
                let end = prose[at..<block.upperBound].firstIndex(of: UInt8(ascii: ")"))
            else {
                at += 1
                continue
            }
            hide(at + 1..<end + 1)
            at = end + 1
        }
    }

    /// Bare addresses: `scheme://` up to a space or a bracket.
    private mutating func hideAddresses(_ block: Range<Int>) {
        var at = block.lowerBound
        while at + 3 < block.upperBound {
            guard prose[at] == 0x3A, prose[at + 1] == 0x2F, prose[at + 2] == 0x2F else {
                at += 1
                continue
            }
            var start = at
            while start > block.lowerBound, Self.isLetter(prose[start - 1]) { start -= 1 }
            var end = at + 3
            while end < block.upperBound, !Self.isSpace(prose[end]), !Self.closers.contains(prose[end]) { end += 1 }
            hide(start..<end)
            at = end
        }
    }

    private static let closers = Set("<>()[]\"".utf8)

    /// What stands in quotation marks within one block.
    mutating func hideQuotations() {
        for block in blocks {
            var open: (mark: QuotationMark, at: Int)?
            var at = block.lowerBound
            while at < block.upperBound {
                guard let (mark, isOpening, length) = QuotationMark.at(at, in: prose) else {
                    at += 1
                    continue
                }
                if let begun = open, begun.mark == mark, !isOpening || mark == .straight {
                    hide(begun.at..<at + length)
                    open = nil
                } else if isOpening, open == nil || open?.mark == mark {
                    open = (mark, at)
                }
                at += length
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}

private enum QuotationMark {
    /// `"…"`, `“…”` (and `„…“`), `«…»`.
    case straight, curly, angled

    static func at(_ index: Int, in text: [UInt8]) -> (mark: QuotationMark, isOpening: Bool, length: Int)? {
        func byte(_ distance: Int) -> UInt8 { index + distance < text.count ? text[index + distance] : 0 }
        switch (text[index], byte(1), byte(2)) {
        case (0x22, _, _): return (.straight, true, 1)
        case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9E): return (.curly, true, 3)
        case (0xE2, 0x80, 0x9D): return (.curly, false, 3)
        case (0xC2, 0xAB, _): return (.angled, true, 2)
        case (0xC2, 0xBB, _): return (.angled, false, 2)
        default: return nil
        }
    }
}
