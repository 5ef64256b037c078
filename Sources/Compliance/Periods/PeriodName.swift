package import IncidentModel

/// A stretch of the calendar, not yet cut in a zone: what a person asks a report for.
package enum PeriodName: Sendable, Equatable {
    /// An ISO 8601 week: Monday to Sunday, week 1 holds the year's first Thursday.
    case week(year: Int, week: Int)
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    /// From the first day to the last one's eve: days counted from 1970-01-01, half-open.
    case days(from: Int, to: Int)

    /// `2026-W06`.
    package init?(week text: String) {
        guard let (year, week) = Self.pair(text, "-W", digits: 2), week >= 1, week <= Self.weeks(in: year) else {
            return nil
        }
        self = .week(year: year, week: week)
    }

    /// `2026-02`.
    package init?(month text: String) {
        guard let (year, month) = Self.pair(text, "-", digits: 2), (1...12).contains(month) else { return nil }
        self = .month(year: year, month: month)
    }

    /// `2026-Q1`.
    package init?(quarter text: String) {
        guard let (year, quarter) = Self.pair(text, "-Q", digits: 1), (1...4).contains(quarter) else { return nil }
        self = .quarter(year: year, quarter: quarter)
    }

    /// The last ISO week that is over at a moment, on the clocks of a zone.
    package static func lastFullWeek(before instant: Instant, in zone: Zone) -> PeriodName {
        let face = zone.civilTime(at: instant)
        let today = CivilTime.day(ofYear: face.year, month: face.month, day: face.day)
        return week(ofDay: today - weekday(ofDay: today) - 7)
    }

    package var label: String {
        switch self {
        case .week(let year, let week): "\(padded(year, 4))-W\(padded(week, 2))"
        case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
        case .quarter(let year, let quarter): "\(padded(year, 4))-Q\(quarter)"
        case .days(let from, let to): "\(Self.date(from))--\(Self.date(to))"
        }
    }

    /// The stretch of the same kind and length just before.
    package var previous: PeriodName {
        switch self {
        case .week: Self.week(ofDay: days.lowerBound - 7)
        case .month(let year, let month):
            month == 1 ? .month(year: year - 1, month: 12) : .month(year: year, month: month - 1)
        case .quarter(let year, let quarter):
            quarter == 1 ? .quarter(year: year - 1, quarter: 4) : .quarter(year: year, quarter: quarter - 1)
        case .days(let from, let to): .days(from: from - (to - from), to: from)
        }
    }

    /// Cut in a zone: from the first day's first second to that of the day after the last.
    package func period(in zone: Zone) -> Period {
        Period(
            label: label, start: Self.midnight(days.lowerBound, zone), end: Self.midnight(days.upperBound, zone),
            timeZone: zone.name)
    }

    /// Days counted from 1970-01-01.
    private var days: Range<Int> {
        switch self {
        case .week(let year, let week):
            let monday = Self.firstMonday(of: year) + (week - 1) * 7
            return monday..<monday + 7
        case .month(let year, let month):
            let first = CivilTime.day(ofYear: year, month: month, day: 1)
            return first..<first + CivilTime.daysIn(month: month, of: year)
        case .quarter(let year, let quarter):
            let first = CivilTime.day(ofYear: year, month: quarter * 3 - 2, day: 1)
            let last = CivilTime.day(ofYear: year, month: quarter * 3, day: 1)
            return first..<last + CivilTime.daysIn(month: quarter * 3, of: year)
        case .days(let from, let to):
            return from..<max(from, to)
        }
    }

    /// The first second of a day. Where clocks skip midnight, the day begins when they jump.
    private static func midnight(_ day: Int, _ zone: Zone) -> Instant {
        let (year, month, date) = CivilTime.date(ofDay: day)
        let face = CivilTime(year: year, month: month, day: date)
        if let instant = zone.instants(showing: face).first { return instant }
        let before = face.instant.advanced(bySeconds: -86_400)
        return face.instant.advanced(bySeconds: -zone.offset(before))
    }

    /// Monday is 0.
    private static func weekday(ofDay day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

    /// The Monday of week 1: the week that holds 4 January.
    private static func firstMonday(of year: Int) -> Int {
        let fourth = CivilTime.day(ofYear: year, month: 1, day: 4)
        return fourth - weekday(ofDay: fourth)
    }

    private static func weeks(in year: Int) -> Int { (firstMonday(of: year + 1) - firstMonday(of: year)) / 7 }

    private static func week(ofDay day: Int) -> PeriodName {
        let thursday = day - weekday(ofDay: day) + 3
        let year = CivilTime.date(ofDay: thursday).year
        return .week(year: year, week: (thursday - firstMonday(of: year)) / 7 + 1)
    }

    private static func date(_ day: Int) -> String {
        let (year, month, date) = CivilTime.date(ofDay: day)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))"
    }

    private static func pair(_ text: String, _ separator: String, digits: Int) -> (Int, Int)? {
        let bytes = Array(text.utf8)
        let mark = Array(separator.utf8)
        guard bytes.count == 4 + mark.count + digits, Array(bytes[4..<4 + mark.count]) == mark,
            bytes[..<4].allSatisfy({ (48...57).contains($0) }),
            bytes[(4 + mark.count)...].allSatisfy({ (48...57).contains($0) }),
            let year = Int(text.prefix(4)), let number = Int(text.suffix(digits))
        else { return nil }
        return (year, number)
    }
}

extension PeriodName {
    /// Two dates, `2026-02-02` and `2026-02-09`: from the first up to, and not including, the second.
    package init?(from: String, to: String) {
        guard let from = Self.day(from), let to = Self.day(to), from < to else { return nil }
        self = .days(from: from, to: to)
    }

    private static func day(_ text: String) -> Int? {
        guard text.utf8.count == 10, case .zoneless(let time)? = Timestamp(text + "T00:00:00") else { return nil }
        return CivilTime.day(ofYear: time.year, month: time.month, day: time.day)
    }
}
