extension Instant {
    /// RFC 3339 in UTC, with a fraction only where there is one: `2024-02-15T14:23:00Z`.
    package var rfc3339: String {
        let time = CivilTime(utc: self)
        var out = "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
        out += "T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
        if time.microsecond > 0 {
            var digits = padded(time.microsecond, 6)
            while digits.hasSuffix("0") { digits.removeLast() }
            out += "." + digits
        }
        return out + "Z"
    }
}

/// A number with leading zeros, at least `width` digits.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
}
