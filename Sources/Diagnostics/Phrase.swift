/// A phrase to be found in running text: ASCII letters match in either case, and the phrase begins and ends at word ends.
///
/// It works on bytes: a regular expression over every text of a big run costs many times the run itself.
package struct Phrase: Sendable, Hashable {
    /// As it was written in the policy.
    package let text: String
    private let bytes: [UInt8]

    package init(_ text: String) {
        self.text = text
        bytes = text.utf8.map(WordByte.lowered)
    }

    package func isFound(in text: String) -> Bool {
        guard let first = bytes.first else { return false }
        var text = text
        return text.withUTF8 { words in
            guard words.count >= bytes.count else { return false }
            for start in 0...(words.count - bytes.count) where WordByte.lowered(words[start]) == first {
                if matches(words, at: start) { return true }
            }
            return false
        }
    }

    private func matches(_ words: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for offset in 1..<max(1, bytes.count) where WordByte.lowered(words[start + offset]) != bytes[offset] {
            return false
        }
        let end = start + bytes.count
        return WordByte.isEdge(words, at: start, before: bytes[0])
            && WordByte.isEnd(words, at: end, behind: bytes[bytes.count - 1])
    }
}

/// What a byte is to a search for words.
enum WordByte {
    static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    /// Letters, digits, the underscore, and every byte of a character beyond ASCII.
    static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (97...122).contains(lowered(byte)) || (48...57).contains(byte) || byte == 95
    }

    /// A letter of ASCII.
    static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Whether no word runs on from before `start` into a phrase that begins there.
    static func isEdge(_ text: UnsafeBufferPointer<UInt8>, at start: Int, before first: UInt8) -> Bool {
        guard start > 0, isWord(text[start - 1]), isWord(first) else { return true }
        return (start >= 2 && isMark(text, at: start - 2, length: 2))
            || (start >= 3 && isMark(text, at: start - 3, length: 3))
    }

    /// Whether no word runs on from a phrase that ends at `end`.
    static func isEnd(_ text: UnsafeBufferPointer<UInt8>, at end: Int, behind last: UInt8) -> Bool {
        guard end < text.count, isWord(text[end]), isWord(last) else { return true }
        return isMark(text, at: end, length: 2) || isMark(text, at: end, length: 3)
    }

    /// Whether a character of so many bytes stands there that is a quotation mark, a dash, a space or another sign:
    /// U+00A0 to U+00BF, U+2000 to U+207F, U+3000 to U+303F.
    private static func isMark(_ text: UnsafeBufferPointer<UInt8>, at start: Int, length: Int) -> Bool {
        guard start + length <= text.count else { return false }
        if length == 2 { return text[start] == 0xC2 && text[start + 1] >= 0xA0 }
        return (text[start] == 0xE2 && text[start + 1] & 0xFE == 0x80)
            || (text[start] == 0xE3 && text[start + 1] == 0x80)
    }
}
