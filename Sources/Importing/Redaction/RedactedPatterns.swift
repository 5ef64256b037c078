/// Finds in a text what rules name. A find is the stretches that are to be replaced.
enum RedactedPatterns {
    typealias Find = [Range<Int>]

    // MARK: Addresses

    private static let ats: [[UInt8]] = ["@", "%40"].map { Array($0.utf8) }

    static func addresses(in text: [UInt8]) -> [Find] {
        var found: [Find] = []
        var at = 0
        var end = 0
        while let mark = text[at...].firstIndex(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") }) {
            at = mark + 1
            guard let sign = ats.first(where: { text[mark...].starts(with: $0) })?.count else { continue }
            at = mark + sign
            guard let range = address(in: text, around: mark..<at, after: end) else { continue }
            found.append([range])
            end = range.upperBound
            at = end
        }
        return found
    }

    /// A host has a dot, and at least two letters behind the last one.
    private static func address(in text: [UInt8], around sign: Range<Int>, after last: Int) -> Range<Int>? {
        var start = sign.lowerBound
        // Longer names are no addresses (RFC 5321, 4.5.3.1): a long run of letters is not walked again and again.
        while start > last, sign.lowerBound - start < 256, isLocal(text[start - 1]) { start -= 1 }
        guard start < sign.lowerBound else { return nil }
        var end = sign.upperBound
        while end < text.count, end - sign.upperBound < 256, isHost(text[end]) { end += 1 }
        while end > sign.upperBound, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(text[end - 1]) { end -= 1 }
        guard let dot = text[sign.upperBound..<end].lastIndex(of: UInt8(ascii: ".")), dot > sign.upperBound,
            end - dot > 2
        else { return nil }
        return start..<end
    }

    // MARK: Numbers of telephones

    /// Only the digits of each are to be replaced.
    static func phones(in text: [UInt8]) -> [Find] {
        var found: [Find] = []
        var at = 0
        while let plus = text[at...].firstIndex(of: UInt8(ascii: "+")) {
            at = plus + 1
            guard plus == 0 || !isWord(text[plus - 1]), let digits = phone(in: text, from: at) else { continue }
            found.append(digits)
            at = digits.last?.upperBound ?? at
        }
        return found
    }

    /// 9 to 15 digits (ITU-T E.164), with at most two other characters between them.
    private static func phone(in text: [UInt8], from start: Int) -> Find? {
        var digits: Find = []
        var gap = 0
        var at = start
        while at < text.count, gap <= 2 {
            if isDigit(text[at]) {
                digits.append(at..<at + 1)
                if digits.count > 15 { return nil }
                gap = 0
                at += 1
            } else {
                let width = gapWidth(text, at)
                if width == 0 { break }
                gap += 1
                at += width
            }
        }
        return digits.count >= 9 ? digits : nil
    }

    /// How many bytes a character has that may stand between digits, or 0.
    private static func gapWidth(_ text: [UInt8], _ at: Int) -> Int {
        if [0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F].contains(text[at]) { return 1 }
        return gaps.first { text[at...].starts(with: $0) }?.count ?? 0
    }

    /// Spaces that do not break, and hyphens.
    private static let gaps: [[UInt8]] = ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2010}", "\u{2011}", "\u{2013}"]
        .map { Array($0.utf8) }

    // MARK: Words

    /// `words` are in small letters.
    static func words(_ words: [String], in text: [UInt8]) -> [Find] {
        var byFirst: [UInt8: [[UInt8]]] = [:]
        for word in words {
            let utf8 = Array(word.utf8)
            if let first = utf8.first { byFirst[first, default: []].append(utf8) }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
        var isFirst = [Bool](repeating: false, count: 256)
        for key in byFirst.keys { isFirst[Int(key)] = true }
        var found: [Find] = []
        var at = 0
        while at < text.count {
            let small = small(text[at])
            guard isFirst[Int(small)], let word = byFirst[small]?.first(where: { stands($0, in: text, at: at) }) else {
                at += 1
                continue
            }
            found.append([at..<at + word.count])
            at += word.count
        }
        return found
    }

    private static func stands(_ word: [UInt8], in text: [UInt8], at place: Int) -> Bool {
        let end = place + word.count
        guard end <= text.count else { return false }
        for (offset, byte) in word.enumerated() where small(text[place + offset]) != byte { return false }
        return !WordEdge.goesOn(text, before: place) && !WordEdge.goesOn(text, behind: end)
    }

    // MARK: Letters

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
    }
    private static func isLocal(_ byte: UInt8) -> Bool { isWord(byte) || marks.contains(byte) }
    private static func isHost(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2D || byte == 0x2E }
    private static func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    private static let marks: [UInt8] = Array("._+-'".utf8)
}
