/// The words of a title, or of a name, in lower case: runs of letters and digits.
enum PlainWords {
    /// At most `limit` different ones, in the order in which they stand.
    static func split(_ text: String, limit: Int = .max) -> [String] {
        var words: [String] = []
        var known: Set<String> = []
        for word in allWords(text) {
            guard known.insert(word).inserted else { continue }
            words.append(word)
            if words.count == limit { break }
        }
        return words
    }

    /// Words joined by blanks: two names that differ in case and punctuation only are the same.
    static func joined(_ text: String) -> String { allWords(text).joined(separator: " ") }

    private static func allWords(_ text: String) -> [String] {
        var text = text
        let ascii: [String]? = text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return words(bytes)
        }
        return ascii ?? NoticeWords.plain(text).split(separator: " ").map(String.init)
    }

    /// Without a look at any Unicode table: a run has a hundred thousand titles.
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        var words: [String] = []
        var start: Int?
        for place in 0...bytes.count {
            let isWord = place < bytes.count && isWord(bytes[place])
            if isWord {
                start = start ?? place
            } else if let begin = start {
                words.append(String(decoding: bytes[begin..<place].lazy.map { lowered($0) }, as: UTF8.self))
                start = nil
            }
        }
        return words
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(lowered(byte)) || (0x30...0x39).contains(byte)
    }
}

/// What a title is compared by.
enum TitleWords {
    /// Different words of a title that are looked at; a title of more is no title.
    static let limit = 32

    /// Without words that say nothing, and without numbers of more than three digits: those tell occurrences apart (a
    /// ticket, a date), not kinds (a status code).
    static func of(_ title: String, without empty: Set<String>) -> [String] {
        PlainWords.split(title, limit: limit).filter { word in
            !empty.contains(word) && !(word.utf8.count > 3 && word.utf8.allSatisfy { (0x30...0x39).contains($0) })
        }
    }
}
