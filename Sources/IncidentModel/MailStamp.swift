/// The date and time of mail (RFC 2822, section 3.3, without comments), with the zone names of section 4.3.
enum MailStamp {
    static func read(_ bytes: UnsafeRawBufferPointer) -> Timestamp? {
        guard bytes.count <= 64 else { return nil }
        var cursor = StampCursor(bytes)
        var parts = StampParts()
        if let weekday = cursor.name(of: CalendarName.shortWeekdays) {
            parts.weekday = weekday
            guard cursor.skip(UInt8(ascii: ",")) else { return nil }
            _ = blanks(&cursor)
        }
        guard let day = cursor.digits(1...2), blanks(&cursor), let month = cursor.name(of: CalendarName.shortMonths),
            blanks(&cursor),
            let year = cursor.digits(4...4), blanks(&cursor), let hour = cursor.digits(2...2),
            cursor.skip(UInt8(ascii: ":")), let minute = cursor.digits(2...2)
        else { return nil }
        (parts.year, parts.month, parts.day, parts.hour, parts.minute) = (year, month, day, hour, minute)
        if cursor.skip(UInt8(ascii: ":")) {
            guard let second = cursor.digits(2...2) else { return nil }
            parts.second = second
        }
        guard blanks(&cursor), let offset = zone(&cursor), cursor.isAtEnd else { return nil }
        parts.offset = offset
        return parts.timestamp
    }

    private static func blanks(_ cursor: inout StampCursor) -> Bool {
        let start = cursor.place
        while cursor.skip(UInt8(ascii: " ")) || cursor.skip(UInt8(ascii: "\t")) {}
        return cursor.place > start
    }

    private static func zone(_ cursor: inout StampCursor) -> Int? {
        if let offset = cursor.offset(colon: false) { return offset }
        return cursor.name(of: zones).map { $0 * 3600 }
    }

    /// Names of zones, numbered by their hours east of UTC.
    private static let zones: [CalendarName] = [
        ("GMT", 0), ("UTC", 0), ("UT", 0), ("Z", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7),
        ("MDT", -6), ("PST", -8), ("PDT", -7),
    ].map { CalendarName($0.0, $0.1) }
}
