import IncidentModel

/// The moment from which a policy holds, as its file spells it: `2024-01-01` (midnight UTC) or `2024-01-01T08:00:00Z`.
enum EffectiveDate {
    /// `nil` for everything else, days that no calendar has included.
    static func parse(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count == 20 else { return nil }
        guard let year = number(bytes[0..<4]), bytes[4] == hyphen, let month = number(bytes[5..<7]),
            bytes[7] == hyphen, let day = number(bytes[8..<10]),
            (1...12).contains(month), day >= 1, day <= CivilTime.daysIn(month: month, of: year)
        else { return nil }
        guard bytes.count == 20 else { return CivilTime(year: year, month: month, day: day).instant }
        guard bytes[10] == UInt8(ascii: "T"), let hour = number(bytes[11..<13]), bytes[13] == colon,
            let minute = number(bytes[14..<16]), bytes[16] == colon, let second = number(bytes[17..<19]),
            bytes[19] == UInt8(ascii: "Z"), hour < 24, minute < 60, second < 60
        else { return nil }
        return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).instant
    }

    private static let hyphen = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
