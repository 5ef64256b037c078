extension ByteRedaction {
    /// Covers the text of every element of a name in a range, and the values of every attribute of that name, whatever is
    /// around them. Tags stay, and so does what tells a CDATA section from text.
    mutating func cover(element name: String, in range: Range<Int>) -> Int {
        let name = Array(name.utf8)
        var count = 0
        var depth = 0
        var hasText = false
        var at = range.lowerBound
        while at < range.upperBound {
            guard bytes[at] == UInt8(ascii: "<") else {
                if depth > 0 {
                    hasText = hasText || bytes[at] > 0x20
                    cover(at..<at + 1)
                }
                at += 1
                continue
            }
            if bytes[at...].starts(with: Self.cdata) {
                let end = place(of: Self.cdataEnd, from: at, to: range.upperBound) ?? range.upperBound
                if depth > 0 {
                    cover(at + Self.cdata.count..<max(at + Self.cdata.count, end))
                    hasText = true
                }
                at = min(range.upperBound, end + Self.cdataEnd.count)
                continue
            }
            // Where a comment or an instruction ends has nothing to do with tags.
            if let aside = aside(at: at, to: range.upperBound) {
                if depth > 0 { cover(aside.text) }
                at = aside.end
                continue
            }
            let isEnd = at + 1 < range.upperBound && bytes[at + 1] == UInt8(ascii: "/")
            let end = tagEnd(from: at, to: range.upperBound)
            if isTag(name, at: at + (isEnd ? 2 : 1), end) {
                if isEnd {
                    depth = max(0, depth - 1)
                    if depth == 0, hasText {
                        count += 1
                        hasText = false
                    }
                } else if bytes[max(at, end - 2)] != UInt8(ascii: "/") {
                    depth += 1
                }
            }
            if !isEnd { count += coverAttributes(name, from: at, to: end) }
            at = end
        }
        return count
    }

    private static let cdata = Array("<![CDATA[".utf8)
    private static let cdataEnd = Array("]]>".utf8)

    private static let comment = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)
    private static let instruction = Array("<?".utf8)
    private static let instructionEnd = Array("?>".utf8)

    private func aside(at start: Int, to end: Int) -> (text: Range<Int>, end: Int)? {
        for (opening, closing) in [(Self.comment, Self.commentEnd), (Self.instruction, Self.instructionEnd)]
        where bytes[start...].starts(with: opening) {
            let text = min(end, start + opening.count)
            guard let close = place(of: closing, from: text, to: end) else { return (text..<end, end) }
            return (text..<close, close + closing.count)
        }
        return nil
    }

    private func place(of word: [UInt8], from start: Int, to end: Int) -> Int? {
        var at = start
        while at + word.count <= end {
            if bytes[at] == word[0], bytes[at...].starts(with: word) { return at }
            at += 1
        }
        return nil
    }

    /// Behind the `>`; one in the value of an attribute is none.
    private func tagEnd(from start: Int, to end: Int) -> Int {
        var quote: UInt8?
        for at in start..<end {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return at + 1
            }
        }
        return end
    }

    private func isTag(_ name: [UInt8], at start: Int, _ end: Int) -> Bool {
        guard start + name.count < end, bytes[start...].starts(with: name) else { return false }
        let next = bytes[start + name.count]
        return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }

    private mutating func coverAttributes(_ name: [UInt8], from start: Int, to end: Int) -> Int {
        var count = 0
        var at = start
        while let found = place(of: name, from: at, to: end) {
            at = found + name.count
            guard bytes[found - 1] <= 0x20, at + 1 < end, bytes[at] == UInt8(ascii: "="),
                bytes[at + 1] == 0x22 || bytes[at + 1] == 0x27,
                let close = bytes[(at + 2)..<end].firstIndex(of: bytes[at + 1])
            else { continue }
            cover(at + 2..<close)
            count += 1
            at = close
        }
        return count
    }
}
