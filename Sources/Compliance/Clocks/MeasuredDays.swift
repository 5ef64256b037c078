import IncidentModel

/// The days of a calendar, each measured between the moments at which its hours begin and end, and summed up so that
/// any stretch of time costs the same.
struct MeasuredDays: Sendable {
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
