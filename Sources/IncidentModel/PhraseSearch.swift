/// A phrase to be found in running text: ASCII letters match in either case, and the phrase begins and ends at word ends.
///
/// It works on bytes: a regular expression over every text of a big run costs many times the run itself.
package struct Phrase: Sendable, Hashable {
    /// As it was written in the policy.
    package let text: String
    private let bytes: [UInt8]

    package init(_ text: String) {
        self.text = text
        bytes = text.utf8.map(Self.lowered)
    }

    package func isFound(in text: String) -> Bool {
        guard let first = bytes.first else { return false }
        var text = text
        return text.withUTF8 { words in
            guard words.count >= bytes.count else { return false }
            for start in 0...(words.count - bytes.count) where Self.lowered(words[start]) == first {
                if matches(words, at: start) { return true }
            }
            return false
        }
    }

    private func matches(_ words: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for offset in 1..<max(1, bytes.count) where Self.lowered(words[start + offset]) != bytes[offset] {
            return false
        }
        let end = start + bytes.count
        let opens = start == 0 || !(Self.isWord(words[start - 1]) && Self.isWord(bytes[0]))
        let closes = end == words.count || !(Self.isWord(words[end]) && Self.isWord(bytes[bytes.count - 1]))
        return opens && closes
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    /// Letters, digits, the underscore, and every byte of a character beyond ASCII.
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (97...122).contains(lowered(byte)) || (48...57).contains(byte) || byte == 95
    }
}
