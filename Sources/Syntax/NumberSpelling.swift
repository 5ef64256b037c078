/// Numbers as JSON spells them, in texts of other syntaxes too.
enum NumberSpelling {
    /// The number's spelling without white space around it; `nil` where it is none (`0x10`, `nan`, `1,000`).
    static func trimmed(_ bytes: UnsafeRawBufferPointer) -> String? {
        var from = 0
        var to = bytes.count
        while from < to, bytes[from] <= 0x20 { from += 1 }
        while to > from, bytes[to - 1] <= 0x20 { to -= 1 }
        guard to - from <= 400 else { return nil }
        let word = UnsafeRawBufferPointer(rebasing: bytes[from..<to])
        return isNumber(word) ? String(decoding: word, as: UTF8.self) : nil
    }

    /// Leading zeros and a plus sign are let pass: other systems write them.
    private static func isNumber(_ word: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        func digits() -> Bool {
            let start = at
            while at < word.count, word[at] &- 0x30 < 10 { at += 1 }
            return at > start
        }
        if at < word.count, word[at] == 0x2D || word[at] == 0x2B { at += 1 }
        guard digits() else { return false }
        if at < word.count, word[at] == 0x2E {
            at += 1
            guard digits() else { return false }
        }
        if at < word.count, word[at] | 0x20 == 0x65 {
            at += 1
            if at < word.count, word[at] == 0x2B || word[at] == 0x2D { at += 1 }
            guard digits() else { return false }
        }
        return at == word.count
    }
}
