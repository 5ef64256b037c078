import Typesetting

/// Foreign text made fit for a place on a page. Escaping is not done here: that is the template's content type.
extension String {
    /// On one line: every run of white space is one space, none at the ends.
    var folded: String {
        if isFolded { return self }
        var out = ""
        var gap = false
        for character in self {
            if character.isWhitespace || character.isNewline {
                gap = !out.isEmpty
            } else {
                if gap { out.append(" ") }
                gap = false
                out.append(character)
            }
        }
        return out
    }

    /// Printable ASCII with single spaces inside: most texts are, and need no second look.
    private var isFolded: Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20 || isEmpty
    }

    /// On one line, without characters that nobody can see: customers read words, and no escapes of them.
    var forCustomers: String { plainText(self) }

    /// Its lines that hold anything, each folded: what a page sets as paragraphs of one quotation.
    var paragraphs: [String] {
        split(whereSeparator: \.isNewline).map { String($0).folded }.filter { !$0.isEmpty }
    }

    /// At most so many characters, cut at a word end where one is near, and whether anything was cut.
    func cut(to length: Int) -> (text: String, isCut: Bool) {
        guard let end = index(startIndex, offsetBy: length, limitedBy: endIndex), end < endIndex else {
            return (self, false)
        }
        let head = self[..<end]
        let near = index(end, offsetBy: -min(length, 30))
        let stop = head[near...].lastIndex { $0.isWhitespace } ?? end
        return (String(self[..<stop]).folded, true)
    }

    /// With a capital first letter.
    package var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
