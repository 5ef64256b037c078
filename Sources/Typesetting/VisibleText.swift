/// How data shows characters that a reader cannot see: as written escapes, so that they neither act nor vanish.
enum VisibleText {
    /// One line of plain text: line breaks and tabs become single spaces, white space at both ends goes, and control,
    /// bidirectional and other invisible characters stand as `\u{202e}`.
    static func line(_ text: String) -> String {
        if isPlain(text) { return text }
        var out = ""
        out.reserveCapacity(text.utf8.count + 16)
        var gap = false
        for scalar in text.unicodeScalars {
            if breaksLine(scalar.value) {
                gap = true
                continue
            }
            if gap {
                gap = false
                if !out.isEmpty, scalar != " ", out.utf8.last != 0x20 { out += " " }
            }
            if isInvisible(scalar.value) {
                out += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else if scalar != " " || !out.isEmpty {
                out.unicodeScalars.append(scalar)
            }
        }
        while out.utf8.last == 0x20 { out.unicodeScalars.removeLast() }
        return out
    }

    /// Printable ASCII without a space at either end needs nothing.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, first != 0x20, last != 0x20 else { return false }
        return text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    /// Tab, LF, VT, FF, CR, NEL and the two separators of Unicode.
    static func breaksLine(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Control, bidirectional and zero-width characters. The two joiners and the variation selectors stay: Persian,
    /// Indic scripts and emoji need them.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0: true
        case 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
