/// A number beside the sign or the letters of a currency: `€5`, `$ 890,000`, `41000 EUR`.
enum MoneyAmount {
    static func all(in text: [UInt8], currencies: Set<String>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < text.count {
            guard ProseClock.isDigit(text[at]) else {
                at += 1
                continue
            }
            var end = at
            while end < text.count, ProseClock.isDigit(text[end]) || isInside(end, of: text) { end += 1 }
            guard hasNeighbour(at, end, text) else {
                at = end
                continue
            }
            let (before, start) = neighbour(before: at, in: text)
            let (after, stop) = neighbour(after: end, in: text)
            if currencies.contains(before) {
                found.append(start..<end)
            } else if currencies.contains(after) {
                found.append(at..<stop)
            }
            at = end
        }
        return found
    }

    /// A point, a comma or an apostrophe between two digits.
    private static func isInside(_ place: Int, of text: [UInt8]) -> Bool {
        ".,'".utf8.contains(text[place]) && place + 1 < text.count && ProseClock.isDigit(text[place + 1])
    }

    /// Whether a letter or a sign stands within reach on either side: most numbers have none.
    private static func hasNeighbour(_ start: Int, _ end: Int, _ text: [UInt8]) -> Bool {
        text[max(0, start - 4)..<start].contains(where: isCurrency)
            || text[end..<min(text.count, end + 4)].contains(where: isCurrency)
    }

    /// Letters or a sign in front of a number, over spaces.
    private static func neighbour(before place: Int, in text: [UInt8]) -> (word: String, start: Int) {
        var end = place
        while end > 0, place - end < 3, text[end - 1] == 0x20 { end -= 1 }
        var start = end
        while start > 0, end - start < 4, isCurrency(text[start - 1]) { start -= 1 }
        return (String(decoding: text[start..<end], as: UTF8.self).lowercased(), start)
    }

    /// Letters or a sign behind a number, over spaces.
    private static func neighbour(after place: Int, in text: [UInt8]) -> (word: String, end: Int) {
        var start = place
        while start < text.count, start - place < 3, text[start] == 0x20 { start += 1 }
        var end = start
        while end < text.count, end - start < 4, isCurrency(text[end]) { end += 1 }
        return (String(decoding: text[start..<end], as: UTF8.self).lowercased(), end)
    }

    private static func isCurrency(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "$") || byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
    }
}
