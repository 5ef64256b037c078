import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing

/// Clocks that count by a calendar and stand still for pauses: weekends, holidays, and both changes of clocks.
struct CalendarTests {
    private static func calendar(
        _ zone: String, _ hours: [Int: [Range<Int>]], holidays: Set<Int> = []
    ) throws -> WorkCalendar {
        let zone = try #require(zone == "UTC" ? .utc : Zone.named(zone))
        let week = (0..<7).map { day in (hours[day] ?? []).map { $0.lowerBound * 3600..<$0.upperBound * 3600 } }
        return try #require(WorkCalendar(name: "office", zone: zone, week: week, holidays: holidays))
    }

    private static func at(_ text: String) throws -> Instant {
        guard case .instant(let instant)? = Timestamp(text) else { throw Unreadable() }
        return instant
    }

    private struct Unreadable: Error {}

    struct Stretch: Sendable, CustomTestStringConvertible {
        var zone: String
        var from: String
        var to: String
        /// Hours of the calendar, Monday to Friday from nine to five, or day and night.
        var office: Double
        var always: Double
        var testDescription: String { "\(zone) \(from) to \(to)" }
    }

    /// 2026: clocks go forward on 29 March in Berlin and on 8 March in New York, back on 25 October and 1 November.
    static let stretches = [
        Stretch(zone: "UTC", from: "2026-02-06T16:00:00Z", to: "2026-02-09T10:00:00Z", office: 2, always: 66),
        Stretch(zone: "UTC", from: "2026-02-07T10:00:00Z", to: "2026-02-08T10:00:00Z", office: 0, always: 24),
        Stretch(zone: "UTC", from: "2026-02-02T09:00:00Z", to: "2026-02-02T17:00:00Z", office: 8, always: 8),
        Stretch(
            zone: "Europe/Berlin", from: "2026-03-27T15:00:00Z", to: "2026-03-30T08:00:00Z", office: 2, always: 65),
        Stretch(
            zone: "Europe/Berlin", from: "2026-10-23T14:00:00Z", to: "2026-10-26T09:00:00Z", office: 2, always: 67),
        Stretch(
            zone: "America/New_York", from: "2026-03-06T21:00:00Z", to: "2026-03-09T14:00:00Z", office: 2, always: 65),
        Stretch(
            zone: "America/New_York", from: "2026-10-30T20:00:00Z", to: "2026-11-02T15:00:00Z", office: 2, always: 67),
        // The night itself: from midnight to six there are five hours in spring, seven in autumn.
        Stretch(
            zone: "Europe/Berlin", from: "2026-03-28T23:00:00Z", to: "2026-03-29T04:00:00Z", office: 0, always: 5),
        Stretch(
            zone: "Europe/Berlin", from: "2026-10-24T22:00:00Z", to: "2026-10-25T05:00:00Z", office: 0, always: 7),
        Stretch(
            zone: "UTC", from: "2026-02-02T00:00:00Z", to: "2126-02-04T00:00:00Z", office: 208_720, always: 876_624),
    ]

    @Test(arguments: stretches)
    func `Hours are counted as the clocks of the zone show them, across weekends and changes`(row: Stretch) throws {
        let office = try Self.calendar(row.zone, Dictionary(uniqueKeysWithValues: (0..<5).map { ($0, [9..<17]) }))
        let always = try Self.calendar(row.zone, Dictionary(uniqueKeysWithValues: (0..<7).map { ($0, [0..<24]) }))
        let (from, to) = (try Self.at(row.from), try Self.at(row.to))
        #expect(Double(office.seconds(from: from, to: to)) / 3600 == row.office)
        #expect(Double(always.seconds(from: from, to: to)) / 3600 == row.always)
        let due = office.moment(Int(row.office * 3600), after: from)
        #expect(due <= max(from, to))
        #expect(Double(office.seconds(from: from, to: due)) / 3600 == row.office)
        #expect(always.moment(Int(row.always * 3600), after: from) == to)
    }

    @Test func `A holiday has no hours, and a morning and an afternoon have a break between them`() throws {
        // 2026-02-03, a Tuesday.
        let office = try Self.calendar(
            "UTC", [0: [9..<12, 13..<17], 1: [9..<17], 2: [9..<17]], holidays: [20_487])
        #expect(CivilTime.day(ofYear: 2026, month: 2, day: 3) == 20_487)
        let monday = Instant.monday(11 * 3600)
        #expect(office.seconds(from: monday, to: .monday(2 * 86_400 + 10 * 3600)) == 6 * 3600)
        #expect(office.moment(3600, after: monday) == .monday(12 * 3600))
        #expect(office.moment(3601, after: monday) == .monday(13 * 3600 + 1))
        #expect(office.moment(5 * 3600 + 1, after: monday) == .monday(2 * 86_400 + 9 * 3600 + 1))
    }

    @Test func `Every moment of a year is due when it has been counted`() throws {
        let shifts = try Self.calendar("Europe/Berlin", [0: [0..<2], 5: [1..<3], 6: [1..<3, 22..<24]])
        let start = try Self.at("2026-01-01T00:00:00Z")
        for step in stride(from: 1, to: 400 * 3600, by: 1777) {
            let due = shifts.moment(step, after: start)
            #expect(shifts.seconds(from: start, to: due) == step)
            #expect(shifts.seconds(from: start, to: due.advanced(bySeconds: -1)) == step - 1)
        }
    }

    private static func policy(_ change: String, _ sections: (String, String)...) throws -> Policy {
        var text = StandardPolicy.text.replacing("    to: resolved\n", with: "    to: resolved\n\(change)")
        for (old, new) in sections { text = text.replacing(old, with: new) }
        let outcome = PolicyFile.read(text, source: SourceID(0), digest: "", zones: Zone.named)
        return try #require(outcome.value, "\(outcome.diagnostics)")
    }

    private static let waiting = ("pauses: {}", "pauses:\n  waiting:\n    \"*\": [on hold, waiting for customer]")
    private static let office = (
        "calendars: {}",
        "calendars:\n  office:\n    zone: UTC\n    hours: {monday: 09:00-17:00, tuesday: 09:00-17:00, friday: 09:00-17:00}"
    )

    @Test func `A clock stands still while the status is a pause, and is due later`() throws {
        let policy = try Self.policy("    pauses: [waiting]\n", Self.waiting)
        let held = Incident.example([.detected: 0, .triaged: 60])
            .stood("On Hold", from: 600).stood("waiting for customer", from: 900).stood("open", from: 3000)
        let resolved = held.marked(.resolved, 3600 + 2400)
        let late = held.marked(.resolved, 3600 + 2401)
        let assessor = Assessor(policy: policy, asOf: .monday(50_000))
        #expect(assessor.assess(resolved).verdict(of: "resolve") == .met(3600))
        #expect(assessor.assess(late).verdict(of: "resolve") == .breached(3601, by: 1))
        #expect(assessor.assess(held).verdict(of: "resolve") == .overdue(6000, by: 44_000))
        let early = Assessor(policy: policy, asOf: .monday(2000)).assess(held)
        // The pause goes on: due at the earliest 3,000 s after it ends.
        #expect(early.verdict(of: "resolve") == .open(6000))
        let endless = Assessor(policy: policy, asOf: .monday(40_000))
            .assess(.example([.detected: 0]).stood("on hold", from: 600))
        #expect(endless.verdict(of: "resolve") == .open(43_000))
    }

    @Test func `A pause across a weekend takes only the calendar's hours away`() throws {
        let policy = try Self.policy("    calendar: office\n    pauses: [waiting]\n", Self.waiting, Self.office)
        // Monday 16:30 to 17:00, Tuesday from nine on; on hold from Tuesday 09:10 to the Friday after, 10:00.
        let friday = 4 * 86_400
        let incident = Incident.example([.detected: 16 * 3600 + 1800])
            .stood("on hold", from: 86_400 + 9 * 3600 + 600).stood("open", from: friday + 10 * 3600)
        let assessor = Assessor(policy: policy, asOf: .monday(14 * 86_400))
        #expect(
            assessor.assess(incident.marked(.resolved, friday + 10 * 3600 + 1200)).verdict(of: "resolve") == .met(3600))
        #expect(
            assessor.assess(incident.marked(.resolved, friday + 10 * 3600 + 1201)).verdict(of: "resolve")
                == .breached(3601, by: 1))
        #expect(assessor.assess(incident).verdict(of: "resolve")?.due == .monday(friday + 10 * 3600 + 1200))
    }

    @Test func `An incident detected in an excluded window is out of its clocks' reach`() throws {
        let policy = try Self.policy(
            "",
            (
                "exclusions: []",
                "exclusions:\n  - from: 2026-02-02\n    to: 2026-02-02T01:00:00Z\n    reason: patch night\n    clocks: [resolve, post-mortem]"
            ))
        let assessor = Assessor(policy: policy, asOf: .monday(50_000))
        let inside = assessor.assess(.example([.detected: 0, .triaged: 60, .resolved: 9000]))
        #expect(inside.verdict(of: "resolve") == .notApplicable(.excluded("patch night")))
        #expect(inside.verdict(of: "triage") == .met(60))
        #expect(inside.postMortem == .notRequired)
        let after = assessor.assess(.example([.detected: 3600, .triaged: 3660, .resolved: 12_600]))
        #expect(after.verdict(of: "resolve") == .breached(9000, by: 5400))
        let report = PeriodReportBuilder.make(
            from: [inside, after], period: .week, cohort: .resolved, asOf: .monday(50_000), policy: policy)
        let figures = report.severities[0].clocks[2]
        #expect(figures.verdicts[.notApplicable] == 1 && figures.verdicts[.breached] == 1)
        #expect(figures.spread?.count == 1 && figures.leftOut.notApplicable == 1)
    }

    @Test func `Huge stretches and limits neither hang nor overflow`() throws {
        let office = try Self.calendar("Europe/Berlin", [0: [9..<10]])
        let ends = [Instant(seconds: -62_135_596_800), .monday(), Instant(seconds: 253_402_300_799)]
        for start in ends {
            for end in ends where end >= start { #expect(office.seconds(from: start, to: end) >= 0) }
            let due = office.moment(3650 * 86_400, after: start)
            #expect(office.seconds(from: start, to: due) == 3650 * 86_400)
        }
    }
}
