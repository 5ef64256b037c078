extension DecodedBytes {
    /// The text of an XML document and the values of its attributes. Text goes on over comments, instructions and the
    /// marks of CDATA, as it does for whoever reads the document, and not over tags; names of elements and attributes
    /// are no text. What is no markup because it is malformed is text.
    func xmlText() -> DecodedBytes {
        var decoding = Decoding(self)
        while let mark = bytes[decoding.at...].firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        {
            decoding.copy(to: mark)
            guard bytes[mark] == UInt8(ascii: "<") else {
                decoding.takeReference()
                continue
            }
            switch markup(at: mark) {
            case .cdata(let text, let end):
                decoding.take(to: text.lowerBound, for: [])
                decoding.copy(to: text.upperBound)
                decoding.take(to: end, for: [])
            case .aside(_, let end): decoding.take(to: end, for: [])
            case .declaration(let end): decoding.hide(to: end)
            case .tag(let end): decoding.takeTag(to: end)
            case .text: decoding.copy(to: mark + 1)
            }
        }
        return decoding.layer()
    }

    /// What stands in comments and instructions, and nothing else; `nil` where there are none.
    func xmlAsides() -> DecodedBytes? {
        var decoding = Decoding(self)
        var isThere = false
        while let mark = bytes[decoding.at...].firstIndex(of: UInt8(ascii: "<")) {
            decoding.hide(to: mark)
            switch markup(at: mark) {
            case .aside(let text, let end):
                isThere = true
                decoding.hide(to: text.lowerBound)
                decoding.copy(to: text.upperBound)
                decoding.hide(to: end)
            case .cdata(_, let end), .declaration(let end), .tag(let end): decoding.hide(to: end)
            case .text: decoding.hide(to: mark + 1)
            }
        }
        decoding.hide(to: bytes.count)
        return isThere ? decoding.layer() : nil
    }

    private enum Markup {
        case cdata(text: Range<Int>, end: Int)
        /// A comment or an instruction.
        case aside(text: Range<Int>, end: Int)
        /// `<?xml …?>` and `<!DOCTYPE …>`.
        case declaration(Int)
        case tag(Int)
        case text
    }

    private func markup(at start: Int) -> Markup {
        guard start + 1 < bytes.count else { return .text }
        if begins(Self.cdata, at: start) {
            let (text, end) = stretch(from: start + Self.cdata.count, to: Self.cdataEnd)
            return .cdata(text: text, end: end)
        }
        if begins(Self.comment, at: start) {
            let (text, end) = stretch(from: start + Self.comment.count, to: Self.commentEnd)
            return .aside(text: text, end: end)
        }
        switch bytes[start + 1] {
        case UInt8(ascii: "?"):
            let (text, end) = stretch(from: start + 2, to: Self.instructionEnd)
            return begins(Self.xml, at: start) && start + 5 < bytes.count && bytes[start + 5] <= 0x20
                ? .declaration(end) : .aside(text: text, end: end)
        case UInt8(ascii: "!"): return .declaration(tagEnd(from: start))
        case UInt8(ascii: "/"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF:
            return .tag(tagEnd(from: start))
        default: return .text
        }
    }

    private static let cdata = Array("<![CDATA[".utf8)
    private static let cdataEnd = Array("]]>".utf8)
    private static let comment = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)
    private static let instructionEnd = Array("?>".utf8)
    private static let xml = Array("<?xml".utf8)

    private func begins(_ word: [UInt8], at start: Int) -> Bool {
        start + word.count <= bytes.count && bytes[start..<start + word.count].elementsEqual(word)
    }

    /// What stands up to the next `word`, and the place behind that; up to the end where there is none.
    private func stretch(from start: Int, to word: [UInt8]) -> (text: Range<Int>, end: Int) {
        var at = min(start, bytes.count)
        while let found = bytes[at...].firstIndex(of: word[0]) {
            if begins(word, at: found) { return (min(start, found)..<found, found + word.count) }
            at = found + 1
        }
        return (min(start, bytes.count)..<bytes.count, bytes.count)
    }

    /// Behind the `>`; one in the value of an attribute is none. A tag that another one begins in has no end: it is read
    /// up to there.
    private func tagEnd(from start: Int) -> Int {
        var quote: UInt8?
        var at = start + 1
        while at < bytes.count {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return at + 1
            } else if byte == UInt8(ascii: "<") {
                return at
            }
            at += 1
        }
        return bytes.count
    }
}

extension Decoding {
    /// A tag: the values of its attributes are text, each for itself, its names are none.
    fileprivate mutating func takeTag(to end: Int) {
        hide(to: nameEnd(from: at + (source[at + 1] == UInt8(ascii: "/") ? 2 : 1), to: end))
        while at < end {
            switch source[at] {
            case 0x22, 0x27:
                let quote = source[at]
                hide(to: at + 1)
                while at < end, source[at] != quote {
                    if source[at] == UInt8(ascii: "&") { takeReference() } else { copy(to: at + 1) }
                }
                hide(to: min(end, at + 1))
            case UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"), 0...0x20: hide(to: at + 1)
            default:
                // Only what a value follows is a name.
                let name = nameEnd(from: at, to: end)
                var next = name
                while next < end, source[next] <= 0x20 { next += 1 }
                if next < end, source[next] == UInt8(ascii: "=") { hide(to: name) } else { copy(to: name) }
            }
        }
    }

    private func nameEnd(from start: Int, to end: Int) -> Int {
        var at = start
        while at < end {
            switch source[at] {
            case 0...0x20, 0x22, 0x27, UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"):
                return max(at, min(start + 1, end))
            default: at += 1
            }
        }
        return end
    }
}
