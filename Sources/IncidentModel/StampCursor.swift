/// A place in the bytes of a stamp, which moves on over what it reads.
struct StampCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        place += 1
        return true
    }

    /// Moves over `wanted`, ASCII letters in either case. `wanted` is in lower case.
    mutating func skip(folded wanted: [UInt8]) -> Bool {
        guard bytes.count - place >= wanted.count else { return false }
        for (offset, byte) in wanted.enumerated() where Self.lowered(bytes[place + offset]) != byte { return false }
        place += wanted.count
        return true
    }

    /// Moves over `wanted` as it stands.
    mutating func skip(exactly wanted: [UInt8]) -> Bool {
        guard bytes[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    mutating func digit() -> Int? {
        guard let byte = peek, byte &- 48 < 10 else { return nil }
        place += 1
        return Int(byte - 48)
    }

    /// As many digits as stand here, at least the range's lower bound and at most its upper.
    mutating func digits(_ count: ClosedRange<Int>) -> Int? {
        var value = 0
        var read = 0
        while read < count.upperBound, let digit = digit() {
            value = value * 10 + digit
            read += 1
        }
        return read >= count.lowerBound ? value : nil
    }

    /// The number of the longest name that stands here.
    mutating func name(of names: [CalendarName]) -> Int? {
        var longest: (number: Int, end: Int)?
        for name in names {
            var ahead = self
            if ahead.skip(folded: name.spelling), ahead.place > longest?.end ?? -1 {
                longest = (name.number, ahead.place)
            }
        }
        guard let longest else { return nil }
        place = longest.end
        return longest.number
    }

    /// Seconds east of UTC: `+0100`, or `+01:00` where a colon is asked for.
    mutating func offset(colon: Bool) -> Int? {
        guard let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        place += 1
        guard let hours = digits(2...2), hours < 24, !colon || skip(UInt8(ascii: ":")),
            let minutes = digits(2...2), minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}
