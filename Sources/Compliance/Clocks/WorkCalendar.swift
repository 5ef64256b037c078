package import IncidentModel

/// The hours that a clock counts: the same every week, less holidays, as the clocks of a zone show them.
///
/// Each day from 1970 to the end of 2069 is measured between the moments at which its hours begin and end, so that a
/// change to or from summer time inside them counts as it happened. Days before and after are counted by the week
/// alone.
package struct WorkCalendar: Sendable {
    /// The name that clocks use.
    package let name: String
    package let zone: Zone
    /// Seven days from Monday on; in each the seconds of the day that count, in order, without overlap.
    package let week: [[Range<Int>]]
    /// Days since 1970-01-01.
    package let holidays: Set<Int>
    private let table: MeasuredDays
    private let weekSeconds: Int

    /// One hour a week at least, or a promise would have no end: `nil` for less.
    package init?(name: String, zone: Zone, week: [[Range<Int>]], holidays: Set<Int>) {
        let seconds = week.joined().reduce(0) { $0 + $1.count }
        guard week.count == 7, seconds >= 3600 else { return nil }
        self.name = name
        self.zone = zone
        self.week = week
        self.holidays = holidays
        weekSeconds = seconds
        table = MeasuredDays(zone: zone, week: week, holidays: holidays)
    }

    /// Seconds of the calendar from one moment to a later one.
    package func seconds(from start: Instant, to end: Instant) -> Int { max(0, count(at: end) - count(at: start)) }

    /// The earliest moment by which so many seconds of the calendar have passed since `start`.
    package func moment(_ seconds: Int, after start: Instant) -> Instant {
        guard seconds > 0 else { return start }
        let goal = count(at: start) + seconds
        let first = day(of: start)
        // Each whole week but those with a holiday brings its seconds.
        var low = first - 1
        var high = first + 7 * (seconds / weekSeconds + holidays.count + 3)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if count(before: middle + 1) >= goal { high = middle } else { low = middle }
        }
        var rest = goal - count(before: high)
        for span in table.spans(of: high, week, holidays, zone) {
            let length = span.upperBound - span.lowerBound
            if rest <= length { return Instant(seconds: span.lowerBound + rest) }
            rest -= length
        }
        return Instant(seconds: table.start(of: high + 1, zone))
    }

    /// Seconds of the calendar since 1970 as of a moment.
    private func count(at instant: Instant) -> Int {
        let day = day(of: instant)
        let now = instant.seconds
        return table.spans(of: day, week, holidays, zone).reduce(count(before: day)) { sum, span in
            sum + max(0, min(now, span.upperBound) - span.lowerBound)
        }
    }

    private func day(of instant: Instant) -> Int {
        let time = zone.civilTime(at: instant)
        return CivilTime.day(ofYear: time.year, month: time.month, day: time.day)
    }

    /// Seconds of the calendar in all days from 1970-01-01 up to a day, negative before.
    private func count(before day: Int) -> Int {
        if day < 0 { return -inWeeks(from: day, to: 0) }
        if day <= MeasuredDays.days { return table.sums[day] }
        return table.sums[MeasuredDays.days] + inWeeks(from: MeasuredDays.days, to: day)
    }

    private func inWeeks(from first: Int, to last: Int) -> Int {
        let (weeks, rest) = (last - first).quotientAndRemainder(dividingBy: 7)
        return (last - rest..<last).reduce(weeks * weekSeconds) { sum, day in
            sum + week[MeasuredDays.weekday(day)].reduce(0) { $0 + $1.count }
        }
    }
}

extension WorkCalendar: Equatable {
    package static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
        left.name == right.name && left.zone.name == right.zone.name && left.week == right.week
            && left.holidays == right.holidays
    }
}
