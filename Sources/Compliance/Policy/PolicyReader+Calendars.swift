import Diagnostics
import IncidentModel
import Syntax

/// Zones are found by the program: this room has no zone data of its own.
extension PolicyReader {
    private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// `calendars`: name → zone, hours, holidays.
    mutating func calendars(_ entry: PolicyEntry?, zones: (String) -> Zone?) -> (
        calendars: [String: WorkCalendar], names: [String]
    ) {
        guard let entry, let pairs = pairs(entry) else { return ([:], []) }
        refuseMany(pairs, "calendars")
        var found: [String: WorkCalendar] = [:]
        for pair in pairs.prefix(Self.most) {
            checkID(pair, of: "a calendar")
            found[pair.key] = calendar(pair, zones)
        }
        return (found, pairs.map(\.key))
    }

    private mutating func calendar(_ pair: PolicyPair, _ zones: (String) -> Zone?) -> WorkCalendar? {
        guard let fields = fields(pair.value, ["zone", "hours", "holidays"], optional: ["holidays"]) else { return nil }
        let zone = zone(fields["zone"], zones)
        let week = week(fields["hours"])
        let holidays = fields["holidays"].flatMap { items($0) }?.compactMap { holiday($0) }
        guard let zone, let week, let hours = fields["hours"] else { return nil }
        let calendar = WorkCalendar(name: pair.key, zone: zone, week: week, holidays: Set(holidays ?? []))
        if calendar == nil {
            note(
                .policyBadHours, "the calendar has less than an hour a week", at: hours.origin,
                help: "hours of a day: `monday: 09:00-17:00`, or a list of them")
        }
        return calendar
    }

    private mutating func zone(_ entry: PolicyEntry?, _ zones: (String) -> Zone?) -> Zone? {
        guard let entry, let name = text(entry) else { return nil }
        if let zone = zones(name) { return zone }
        note(
            .policyUnknownZone, "`\(name)` is no time zone", at: entry.origin,
            help: "an IANA name such as `Europe/Berlin`")
        return nil
    }

    /// Days that are left out have no hours; `nil` where any has a fault.
    private mutating func week(_ entry: PolicyEntry?) -> [[Range<Int>]]? {
        let faults = diagnostics.count
        guard let entry, let fields = fields(entry, Self.days, optional: Set(Self.days)) else { return nil }
        let week = Self.days.map { day -> [Range<Int>] in
            guard let field = fields[day] else { return [] }
            guard isList(field) else { return hours(field).map { [$0] } ?? [] }
            let spans = (items(field) ?? []).compactMap { item in hours(item).map { (item, $0) } }
                .sorted { $0.1.lowerBound < $1.1.lowerBound }
            for (first, second) in zip(spans, spans.dropFirst()) where first.1.upperBound > second.1.lowerBound {
                note(
                    .policyBadHours, "these hours overlap others of the same day", at: second.0.origin,
                    help: "write them as one")
            }
            return spans.map(\.1)
        }
        return diagnostics.count == faults ? week : nil
    }

    /// `09:00-17:30`, in seconds of the day; `24:00` is its end.
    private mutating func hours(_ entry: PolicyEntry) -> Range<Int>? {
        guard let text = text(entry) else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.second(of: $0) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else {
            note(
                .policyBadHours, "`\(text.prefix(40))` is no stretch of a day", at: entry.origin,
                help: "from one time to a later one: `09:00-17:30`; the end of the day is `24:00`")
            return nil
        }
        return start..<end
    }

    private static func second(of text: Substring) -> Int? {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == 0x3A,
            [0, 1, 3, 4].allSatisfy({ (0x30...0x39).contains(digits[$0]) })
        else { return nil }
        let hour = Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30)
        let minute = Int(digits[3] - 0x30) * 10 + Int(digits[4] - 0x30)
        return minute < 60 && (hour < 24 || hour == 24 && minute == 0) ? hour * 3600 + minute * 60 : nil
    }

    /// Days since 1970.
    private mutating func holiday(_ entry: PolicyEntry) -> Int? {
        guard let text = text(entry) else { return nil }
        guard text.utf8.count == 10, let instant = EffectiveDate.parse(text) else {
            note(.policyBadDate, "`\(text.prefix(40))` is no date", at: entry.origin, help: "a day, `2026-12-25`")
            return nil
        }
        let time = CivilTime(utc: instant)
        return CivilTime.day(ofYear: time.year, month: time.month, day: time.day)
    }
}

extension DiagnosticCode {
    static let policyUnknownZone = DiagnosticCode(
        "policy-unknown-zone", .error, "The policy names a time zone that does not exist",
        """
        The hours of a calendar are read on the clocks of a zone, named as in the IANA time zone database: \
        `Europe/Berlin`, `America/New_York`, `UTC`.
        """)
    static let policyBadHours = DiagnosticCode(
        "policy-bad-hours", .error, "The hours of a calendar cannot be used",
        """
        Hours are `09:00-17:30` for a day, or a list of such stretches that do not overlap. A calendar needs at least \
        an hour a week: by one without hours, no promise would ever fall due.
        """)
}
