/// Whether a word ends where it seems to, or is a part of a longer one.
enum WordEdge {
    static func goesOn(_ text: [UInt8], before place: Int) -> Bool {
        guard place > 0, place < text.count else { return false }
        guard text[place - 1] >= 0x80 else { return RedactedPatterns.isWord(text[place - 1]) }
        var start = place - 1
        while start > 0, place - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return continues(scalar(text[start..<place]), isBesideASCII: text[place] < 0x80)
    }

    static func goesOn(_ text: [UInt8], behind place: Int) -> Bool {
        guard place > 0, place < text.count else { return false }
        guard text[place] >= 0x80 else { return RedactedPatterns.isWord(text[place]) }
        var end = place + 1
        while end < text.count, end - place < 4, text[end] & 0xC0 == 0x80 { end += 1 }
        return continues(scalar(text[place..<end]), isBesideASCII: text[place - 1] < 0x80)
    }

    /// Quotation marks, dashes and spaces outside of ASCII end a word. So do letters of a script without capitals beside
    /// one of ASCII: such scripts often set names without a space.
    private static func continues(_ scalar: Unicode.Scalar?, isBesideASCII: Bool) -> Bool {
        guard let properties = scalar?.properties else { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return properties.isCased || !isBesideASCII && properties.isAlphabetic
        }
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    }
}
