extension StampPattern {
    /// The whole text, or nothing.
    func read(_ bytes: UnsafeRawBufferPointer) -> Timestamp? {
        var cursor = StampCursor(bytes)
        var parts = StampParts()
        for element in elements {
            guard Self.read(element, &cursor, into: &parts) else { return nil }
        }
        return cursor.isAtEnd ? parts.timestamp : nil
    }

    private static func read(_ element: Element, _ cursor: inout StampCursor, into parts: inout StampParts) -> Bool {
        switch element {
        case .literal(let bytes):
            return bytes.allSatisfy { skip($0, &cursor) }
        case .number(let field, let digits):
            guard let number = cursor.digits(digits) else { return false }
            parts.set(field, number, digits: digits.upperBound)
        case .monthName(let names):
            guard let month = cursor.name(of: names) else { return false }
            parts.month = month
        case .weekday(let names):
            guard let weekday = cursor.name(of: names) else { return false }
            parts.weekday = weekday
        case .halfOfDay:
            guard let half = cursor.name(of: halves) else { return false }
            parts.isAfternoon = half == 1
        case .offset(let colon):
            if colon, cursor.skip(UInt8(ascii: "Z")) {
                parts.offset = 0
            } else {
                guard let offset = cursor.offset(colon: colon) else { return false }
                parts.offset = offset
            }
        case .utcName:
            guard utcNames.contains(where: { cursor.skip(exactly: $0) }) else { return false }
            parts.offset = 0
        }
        return true
    }

    private static func skip(_ byte: UInt8, _ cursor: inout StampCursor) -> Bool {
        cursor.skip(byte) || byte == UInt8(ascii: " ") && noBreakBlanks.contains { cursor.skip(exactly: $0) }
    }

    /// U+00A0 and U+202F.
    private static let noBreakBlanks: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0xAF]]

    private static let utcNames = ["UTC", "GMT"].map { Array($0.utf8) }

    private static let halves = [("AM", 0), ("A.M.", 0), ("PM", 1), ("P.M.", 1)].map { CalendarName($0.0, $0.1) }
}

extension StampParts {
    fileprivate mutating func set(_ field: StampPattern.Field, _ number: Int, digits: Int) {
        switch field {
        case .year: year = number
        case .yearOfCentury: year = 2000 + number
        case .month: month = number
        case .day: day = number
        case .hour: hour = number
        case .twelveHour: (hour, isTwelveHour) = (number, true)
        case .minute: minute = number
        case .second: second = number
        case .fraction: microsecond = Self.microseconds(number, digits: digits)
        }
    }

    /// What is finer than a microsecond is cut off.
    private static func microseconds(_ fraction: Int, digits: Int) -> Int {
        var microseconds = fraction
        for _ in 0..<max(0, 6 - digits) { microseconds *= 10 }
        for _ in 0..<max(0, digits - 6) { microseconds /= 10 }
        return microseconds
    }
}
