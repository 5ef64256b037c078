/// What a stamp says, part by part, before anyone has asked whether it is possible.
struct StampParts {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    /// Hours count from 1 to 12 and need a half of the day.
    var isTwelveHour = false
    /// AM is `false`, PM `true`.
    var isAfternoon: Bool?
    var minute = 0
    var second = 0
    var microsecond = 0
    /// Days from Sunday.
    var weekday: Int?
    /// Seconds east of UTC.
    var offset: Int?

    /// The moment or the clock face, where the calendar has it.
    var timestamp: Timestamp? {
        guard (1...12).contains(month), day >= 1, day <= CivilTime.daysIn(month: month, of: year),
            let hour = hourOfDay, minute < 60, second <= 60
        else { return nil }
        if let weekday, weekday != Self.weekday(year, month, day) { return nil }
        var time = CivilTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59),
            microsecond: microsecond)
        guard let offset else { return second < 60 ? .zoneless(time) : nil }
        guard second == 60 else { return .instant(time.instant.advanced(bySeconds: -offset)) }
        // A leap second stands only at the end of a UTC day; it shares its number with the second after it.
        time.microsecond = 0
        let last = time.instant.advanced(bySeconds: -offset)
        let utc = CivilTime(utc: last)
        guard utc.hour == 23, utc.minute == 59 else { return nil }
        return .instant(last.advanced(bySeconds: 1))
    }

    /// Midnight is 12 AM, noon is 12 PM.
    private var hourOfDay: Int? {
        guard isTwelveHour else {
            return hour < 24 && (isAfternoon ?? (hour >= 12)) == (hour >= 12) ? hour : nil
        }
        guard let isAfternoon, (1...12).contains(hour) else { return nil }
        return hour % 12 + (isAfternoon ? 12 : 0)
    }

    private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // 1970-01-01 was a Thursday.
        let days = CivilTime.day(ofYear: year, month: month, day: day) + 4
        return (days % 7 + 7) % 7
    }
}
