/// What a date-and-time text says: a moment, or a clock face that still needs a zone.
///
/// Strict RFC 3339, and the spellings beside it that exports really use: a blank or lower-case `t` between date and
/// time, a decimal comma, an offset without its colon or minutes, ` UTC`. Whatever is not a whole and possible date and
/// time is `nil`: a wrong instant is a wrong MTTR without a word.
package enum Timestamp: Sendable, Hashable {
    case instant(Instant)
    /// No zone was given; the reader of the export must know it.
    case zoneless(CivilTime)

    package init?(_ text: String) {
        var text = text
        guard let parsed = text.withUTF8({ TimestampParser(bytes: UnsafeRawBufferPointer($0)).parse() }) else {
            return nil
        }
        self = parsed
    }

    /// From the bytes of a text.
    package init?(utf8 bytes: UnsafeRawBufferPointer) {
        guard let parsed = TimestampParser(bytes: bytes).parse() else { return nil }
        self = parsed
    }
}

private struct TimestampParser {
    let bytes: UnsafeRawBufferPointer
    var place = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    func parse() -> Timestamp? {
        var parser = self
        return parser.timestamp()
    }

    private mutating func timestamp() -> Timestamp? {
        // The shortest is 19 bytes; the longest worth reading has a long fraction.
        guard bytes.count >= 19, bytes.count <= 64,
            let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2),
            let separator = next(),
            separator == UInt8(ascii: "T") || separator == UInt8(ascii: "t")
                || separator == UInt8(ascii: " "),
            let hour = digits(2), skip(":"), let minute = digits(2), skip(":"), let second = digits(2)
        else { return nil }
        guard (1...12).contains(month), day >= 1, day <= CivilTime.daysIn(month: month, of: year), hour < 24,
            minute < 60, second <= 60
        else { return nil }
        guard let microsecond = fraction() else { return nil }
        var time = CivilTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59),
            microsecond: microsecond)
        if place == bytes.count {
            return second < 60 ? .zoneless(time) : nil
        }
        guard let offset = zone(), place == bytes.count else { return nil }
        guard second == 60 else { return .instant(time.instant.advanced(bySeconds: -offset)) }
        // A leap second stands only at the end of a UTC day; it shares its number with the second after it.
        time.microsecond = 0
        let last = time.instant.advanced(bySeconds: -offset)
        let utc = CivilTime(utc: last)
        guard utc.hour == 23, utc.minute == 59 else { return nil }
        return .instant(last.advanced(bySeconds: 1))
    }

    /// Microseconds; 0 where no fraction stands; `nil` for a point without digits.
    private mutating func fraction() -> Int? {
        guard peek == UInt8(ascii: ".") || peek == UInt8(ascii: ",") else { return 0 }
        place += 1
        var value = 0
        var count = 0
        while let byte = peek, byte &- 48 < 10 {
            if count < 6 { value = value * 10 + Int(byte - 48) }
            count += 1
            place += 1
        }
        guard count > 0 else { return nil }
        for _ in 0..<max(0, 6 - count) { value *= 10 }
        return value
    }

    /// Seconds east of UTC.
    private mutating func zone() -> Int? {
        switch next() {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            return 0
        case UInt8(ascii: " "):
            if bytes[place...].elementsEqual("UTC".utf8) || bytes[place...].elementsEqual("GMT".utf8) {
                place = bytes.count
                return 0
            }
            guard let sign = next() else { return nil }
            return offset(sign)
        case let sign?:
            return offset(sign)
        case nil:
            return nil
        }
    }

    private mutating func offset(_ sign: UInt8) -> Int? {
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = digits(2), hours < 24 else {
            return nil
        }
        var minutes = 0
        if place < bytes.count {
            if peek == UInt8(ascii: ":") { place += 1 }
            guard let read = digits(2), read < 60 else { return nil }
            minutes = read
        }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func next() -> UInt8? {
        guard place < bytes.count else { return nil }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool { next() == UInt8(ascii: character) }

    private mutating func digits(_ count: Int) -> Int? {
        guard place + count <= bytes.count else { return nil }
        var value = 0
        for index in place..<place + count {
            let digit = bytes[index] &- 48
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        place += count
        return value
    }
}
