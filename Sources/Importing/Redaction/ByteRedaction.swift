/// Replaces what rules name in the bytes of an export, byte for byte, so that every line and column stays.
struct ByteRedaction {
    private(set) var bytes: [UInt8]
    /// Whether a backslash begins an escape.
    private let isJSON: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
        isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// What stands in the place of a replaced byte; a line break stays one.
    mutating func cover(_ range: Range<Int>, with byte: UInt8 = UInt8(ascii: "x")) {
        for at in range where bytes[at] != 0x0A && bytes[at] != 0x0D { bytes[at] = byte }
    }

    /// The digits of a number alone: it stays one.
    mutating func coverNumber(_ range: Range<Int>) {
        for at in range where Self.isDigit(bytes[at]) { bytes[at] = UInt8(ascii: "1") }
    }

    // MARK: Addresses

    private static let ats: [[UInt8]] = ["@", "\\u0040", "&#64;", "&#x40;", "%40"].map { Array($0.utf8) }

    mutating func coverAddresses() -> Int {
        var count = 0
        var at = 0
        while at < bytes.count {
            guard let sign = sign(at: at) else {
                at += 1
                continue
            }
            if let range = address(around: at..<at + sign) {
                cover(range)
                count += 1
                at = range.upperBound
            } else {
                at += sign
            }
        }
        return count
    }

    private func sign(at place: Int) -> Int? {
        switch bytes[place] {
        case UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "%"): break
        default: return nil
        }
        return Self.ats.first { bytes[place...].starts(with: $0) }?.count
    }

    /// A host has a dot, and at least two letters behind the last one.
    private func address(around sign: Range<Int>) -> Range<Int>? {
        var start = sign.lowerBound
        // Longer names are no addresses (RFC 5321, 4.5.3.1): a long run of letters is not walked again and again.
        while start > 0, sign.lowerBound - start < 256, Self.isLocal(bytes[start - 1]) { start -= 1 }
        if isJSON, start > 0, bytes[start - 1] == UInt8(ascii: "\\") {
            start += bytes[start] == UInt8(ascii: "u") ? 5 : 1
        }
        guard start < sign.lowerBound else { return nil }
        var end = sign.upperBound
        var dot: Int?
        while end < bytes.count, end - sign.upperBound < 256, Self.isHost(bytes[end]) {
            if bytes[end] == UInt8(ascii: ".") { dot = end }
            end += 1
        }
        while end > sign.upperBound, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(bytes[end - 1]) { end -= 1 }
        if let last = dot, last >= end { dot = bytes[sign.upperBound..<end].lastIndex(of: UInt8(ascii: ".")) }
        guard let dot, dot > sign.upperBound, end - dot > 2 else { return nil }
        return start..<end
    }

    // MARK: Numbers of telephones

    mutating func coverPhones() -> Int {
        var count = 0
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "+"), at == 0 || !Self.isWord(bytes[at - 1]),
                let end = phone(from: at + 1)
            else {
                at += 1
                continue
            }
            for place in at..<end where Self.isDigit(bytes[place]) { bytes[place] = UInt8(ascii: "x") }
            count += 1
            at = end
        }
        return count
    }

    /// 9 to 15 digits (ITU-T E.164), with at most two other characters between them.
    private func phone(from start: Int) -> Int? {
        var digits = 0
        var end = start
        var at = start
        while at < bytes.count, at - end <= 2 {
            if Self.isDigit(bytes[at]) {
                digits += 1
                end = at + 1
                if digits > 15 { return nil }
            } else if ![0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F].contains(bytes[at]) {
                break
            }
            at += 1
        }
        return digits >= 9 ? end : nil
    }

    // MARK: Words

    /// `words` are in small letters.
    mutating func cover(words: [String]) -> Int {
        var byFirst: [UInt8: [[UInt8]]] = [:]
        for word in words {
            let utf8 = Array(word.utf8)
            if let first = utf8.first { byFirst[first, default: []].append(utf8) }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
        var isFirst = [Bool](repeating: false, count: 256)
        for key in byFirst.keys { isFirst[Int(key)] = true }
        var count = 0
        var at = 0
        while at < bytes.count {
            let small = Self.small(bytes[at])
            guard isFirst[Int(small)], begins(at), let word = byFirst[small]?.first(where: { stands($0, at: at) })
            else {
                at += 1
                continue
            }
            cover(at..<at + word.count)
            count += 1
            at += word.count
        }
        return count
    }

    private func stands(_ word: [UInt8], at place: Int) -> Bool {
        let end = place + word.count
        guard end <= bytes.count, end == bytes.count || !Self.isWord(bytes[end]) else { return false }
        for (offset, byte) in word.enumerated() where Self.small(bytes[place + offset]) != byte { return false }
        return true
    }

    /// Whether a word may begin here. Behind an escape of JSON, whose letters look like those of a word, it may.
    private func begins(_ at: Int) -> Bool {
        guard at > 0, Self.isWord(bytes[at - 1]) else { return true }
        guard isJSON else { return false }
        return at > 1 && bytes[at - 2] == UInt8(ascii: "\\")
            || at > 5 && bytes[at - 6] == UInt8(ascii: "\\") && bytes[at - 5] == UInt8(ascii: "u")
    }

    // MARK: Letters

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte >= 0x80 }
    private static func isLocal(_ byte: UInt8) -> Bool { isWord(byte) || Self.marks.contains(byte) }
    private static func isHost(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2D || byte == 0x2E }
    private static func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    private static let marks: [UInt8] = Array("._+-'".utf8)
}
