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
    private let table: Table
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
        table = Table(zone: zone, week: week, holidays: holidays)
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
        if day <= Table.days { return table.sums[day] }
        return table.sums[Table.days] + inWeeks(from: Table.days, to: day)
    }

    private func inWeeks(from first: Int, to last: Int) -> Int {
        let (weeks, rest) = (last - first).quotientAndRemainder(dividingBy: 7)
        return (last - rest..<last).reduce(weeks * weekSeconds) { sum, day in
            sum + week[Table.weekday(day)].reduce(0) { $0 + $1.count }
        }
    }
}

extension WorkCalendar: Equatable {
    package static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
        left.name == right.name && left.zone.name == right.zone.name && left.week == right.week
            && left.holidays == right.holidays
    }
}

extension WorkCalendar {
    /// The measured days, so that any stretch of time costs the same.
    private struct Table: Sendable {
        /// From 1970-01-01 to 2069-12-31.
        static let days = 36_525
        /// Seconds before each day, and before the day after the last.
        let sums: [Int]

        init(zone: Zone, week: [[Range<Int>]], holidays: Set<Int>) {
            var sums = [0]
            sums.reserveCapacity(Self.days + 1)
            var sum = 0
            for day in 0..<Self.days {
                let hours = holidays.contains(day) ? [] : week[Self.weekday(day)]
                if !hours.isEmpty {
                    let midnight = Instant(seconds: day * 86_400)
                    let isEven =
                        zone.offset(midnight.advanced(bySeconds: -86_400))
                        == zone.offset(midnight.advanced(bySeconds: 172_800))
                    sum +=
                        isEven
                        ? hours.reduce(0) { $0 + $1.count }
                        : Self.measured(day, hours, zone).reduce(0) { $0 + $1.upperBound - $1.lowerBound }
                }
                sums.append(sum)
            }
            self.sums = sums
        }

        /// The moments of a day that count, in seconds since 1970.
        func spans(of day: Int, _ week: [[Range<Int>]], _ holidays: Set<Int>, _ zone: Zone) -> [Range<Int>] {
            if holidays.contains(day), (0..<Self.days).contains(day) { return [] }
            return Self.measured(day, week[Self.weekday(day)], zone)
        }

        func start(of day: Int, _ zone: Zone) -> Int { Self.moment(day, 0, zone, isEnd: false) }

        private static func measured(_ day: Int, _ hours: [Range<Int>], _ zone: Zone) -> [Range<Int>] {
            hours.map { hours in
                let start = moment(day, hours.lowerBound, zone, isEnd: false)
                return start..<max(start, moment(day, hours.upperBound, zone, isEnd: hours.upperBound < 86_400))
            }
        }

        /// When the zone's clocks show a second of a day: the first time, for the end of hours the last; for a time
        /// that is skipped, the change itself.
        private static func moment(_ day: Int, _ second: Int, _ zone: Zone, isEnd: Bool) -> Int {
            let face = Instant(seconds: day * 86_400 + second)
            let east = zone.offset(face.advanced(bySeconds: -86_400))
            let later = zone.offset(face.advanced(bySeconds: 86_400))
            if east == later { return face.seconds - east }
            let shown = [face.seconds - east, face.seconds - later].sorted().filter {
                zone.offset(Instant(seconds: $0)) == face.seconds - $0
            }
            if let moment = isEnd ? shown.last : shown.first { return moment }
            var (low, high) = (face.seconds - max(east, later), face.seconds - min(east, later))
            while high - low > 1 {
                let middle = low + (high - low) / 2
                if zone.offset(Instant(seconds: middle)) == east { low = middle } else { high = middle }
            }
            return high
        }

        /// From 0, Monday; 1970-01-01 was a Thursday.
        static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
    }
}
