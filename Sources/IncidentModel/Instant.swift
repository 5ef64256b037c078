/// A moment in UTC, in microseconds since 1970-01-01T00:00:00Z, without leap seconds.
package struct Instant: Sendable, Hashable, Comparable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package init(seconds: Int) { microseconds = Int64(seconds) * 1_000_000 }

    /// Whole seconds since 1970: what a page prints. Fractions are cut toward the past.
    package var seconds: Int {
        let whole = microseconds / 1_000_000
        return Int(microseconds % 1_000_000 < 0 ? whole - 1 : whole)
    }

    /// Whole seconds from `earlier` to here, counted between the seconds that a page prints, so that a reader who
    /// subtracts the two printed stamps gets the printed duration.
    package func wholeSeconds(since earlier: Instant) -> Int { seconds - earlier.seconds }

    package func advanced(bySeconds seconds: Int) -> Instant {
        let (sum, overflow) = microseconds.addingReportingOverflow(Int64(seconds) * 1_000_000)
        return Instant(microseconds: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}

/// Days, hours and the rest, in the proleptic Gregorian calendar, without any zone.
package struct CivilTime: Sendable, Hashable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour = 0
    package var minute = 0
    package var second = 0
    package var microsecond = 0

    package init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
    }

    /// `instant` as a clock in UTC shows it.
    package init(utc instant: Instant) {
        let seconds = instant.seconds
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - days * 86_400
        let (year, month, day) = Self.date(ofDay: days)
        self.init(
            year: year, month: month, day: day, hour: rest / 3600, minute: rest % 3600 / 60, second: rest % 60,
            microsecond: Int(instant.microseconds - Int64(seconds) * 1_000_000))
    }

    /// Read as UTC.
    package var instant: Instant {
        let days = Self.day(ofYear: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        return Instant(microseconds: Int64(seconds) * 1_000_000 + Int64(microsecond))
    }

    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    package static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 to a date (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    package static func day(ofYear year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date of a day counted from 1970-01-01.
    package static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let z = day + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
