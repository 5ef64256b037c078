/// A moment as a decimal count since 1970-01-01T00:00:00Z.
enum EpochStamp {
    /// From 1971 up to 2200, both in microseconds. Zero and what is below it mean "not yet" in the systems that write
    /// them. No number lies in this range both as seconds and as milliseconds, so that one taken for the other is `nil`
    /// and not a moment in January 1970.
    private static let plausible = 31_536_000_000_000..<7_258_118_400_000_000

    /// Digits and, where a point stands, more digits; no sign, no exponent, no leading zero. What is finer than a
    /// microsecond is cut off.
    static func read(_ bytes: UnsafeRawBufferPointer, microsecondsPerUnit: Int) -> Timestamp? {
        guard let first = bytes.first, first != UInt8(ascii: "0"), bytes.count <= 40 else { return nil }
        var cursor = StampCursor(bytes)
        var microseconds = 0
        while let digit = cursor.digit() {
            guard microseconds < plausible.upperBound else { return nil }
            microseconds = microseconds * 10 + digit * microsecondsPerUnit
        }
        guard cursor.place > 0 else { return nil }
        if cursor.skip(UInt8(ascii: ".")) {
            let point = cursor.place
            var unit = microsecondsPerUnit
            while let digit = cursor.digit() {
                unit /= 10
                microseconds += digit * unit
            }
            guard cursor.place > point else { return nil }
        }
        guard cursor.isAtEnd, plausible.contains(microseconds) else { return nil }
        return .instant(Instant(microseconds: Int64(microseconds)))
    }
}
