/// Words that renderers link, notify or replace even when they are escaped: addresses, mentions and emoji names.
///
/// GitHub and GitLab look for them in the finished text, so only a code span keeps them words.
enum MarkdownToken {
    /// The end of the run of address characters that begins at `start`; `start` itself if there is none.
    static func end(in bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if isTokenByte(bytes[index]) {
                index += 1
            } else if (0xC3...0xC9).contains(bytes[index]), index + 1 < bytes.count {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    /// The part of a token that has to stand in a code span; empty, at the token's start, where none has.
    static func codeRange(in bytes: [UInt8], token: Range<Int>) -> Range<Int> {
        guard needsCode(bytes[token], endsText: token.upperBound == bytes.count) else {
            return token.lowerBound..<token.lowerBound
        }
        var lower = token.lowerBound
        var upper = token.upperBound
        while lower < upper, leading.contains(bytes[lower]) { lower += 1 }
        while lower < upper, trailing.contains(bytes[upper - 1]) { upper -= 1 }
        return lower < upper ? lower..<upper : token.lowerBound..<token.lowerBound
    }

    private static func needsCode(_ token: ArraySlice<UInt8>, endsText: Bool) -> Bool {
        var colon: Int?
        for index in token.indices {
            switch token[index] {
            case UInt8(ascii: "@"):
                guard index + 1 < token.endIndex else {
                    if endsText { return true }
                    continue
                }
                if isAlphanumeric(token[index + 1]) { return true }
            case UInt8(ascii: ":"):
                if has("://", in: token, at: index) { return true }
                if let colon, isEmojiName(token[(colon + 1)..<index]) { return true }
                colon = index
            case UInt8(ascii: "w"), UInt8(ascii: "W"):
                if has("www.", in: token, at: index) { return true }
            default: continue
            }
        }
        return false
    }

    /// `shipit`, `+1`, `100`; not the minutes of a time of day.
    private static func isEmojiName(_ name: ArraySlice<UInt8>) -> Bool {
        guard !name.isEmpty, name.count <= 60, name.allSatisfy({ isAlphanumeric($0) || "_+-".utf8.contains($0) }) else {
            return false
        }
        if name.contains(where: { isAlphanumeric($0) && !isDigit($0) }) { return true }
        return ["+1", "-1", "100", "1234"].contains { $0.utf8.elementsEqual(name) }
    }

    private static func has(_ text: StaticString, in token: ArraySlice<UInt8>, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= token.endIndex else { return false }
        return text.withUTF8Buffer { wanted in
            wanted.indices.allSatisfy { token[index + $0] | 0x20 == wanted[$0] | 0x20 }
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || punctuation.contains(byte)
    }

    /// What addresses are made of (RFC 3986), without brackets and what templates elsewhere react to.
    private static let punctuation = Set("-._~:/?#@!&'()*+,;=%".utf8)
    private static let leading = Set("('".utf8)
    private static let trailing = Set(".,;!?)'".utf8)
}
