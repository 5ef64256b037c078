import Compliance
import IncidentModel
import Testing

@Suite struct PeriodNameTests {
    /// Berlin's clocks in 2026, by hand: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC.
    private let berlin = Zone(name: "Europe/Berlin") { instant in
        let summer = CivilTime(year: 2026, month: 3, day: 29, hour: 1).instant
        let winter = CivilTime(year: 2026, month: 10, day: 25, hour: 1).instant
        return summer <= instant && instant < winter ? 7200 : 3600
    }

    @Test(arguments: [
        ("2026-W06", "2026-02-02T00:00:00Z", "2026-02-09T00:00:00Z"),
        ("2026-W01", "2025-12-29T00:00:00Z", "2026-01-05T00:00:00Z"),
        ("2020-W53", "2020-12-28T00:00:00Z", "2021-01-04T00:00:00Z"),
        ("2024-W09", "2024-02-26T00:00:00Z", "2024-03-04T00:00:00Z"),
    ])
    func `an ISO week runs from Monday to Monday`(label: String, start: String, end: String) throws {
        let period = try #require(PeriodName(week: label)).period(in: .utc)
        #expect(period.label == label)
        #expect(period.start.rfc3339 == start)
        #expect(period.end.rfc3339 == end)
    }

    @Test(arguments: ["2026-W00", "2026-W54", "2025-W53", "2026-6", "2026-W6", "W06-2026", "", "2026-W0x"])
    func `an impossible week is nothing`(label: String) {
        #expect(PeriodName(week: label) == nil)
    }

    @Test(arguments: [("2026-W01", "2025-W52"), ("2021-W01", "2020-W53"), ("2026-W06", "2026-W05")])
    func `the week before may be of the year before`(label: String, previous: String) throws {
        #expect(try #require(PeriodName(week: label)).previous.label == previous)
    }

    @Test(arguments: [("2026-W13", 167), ("2026-W43", 169), ("2026-W20", 168)])
    func `a week with a change of clocks has an hour less or more`(label: String, hours: Int) throws {
        let period = try #require(PeriodName(week: label)).period(in: berlin)
        #expect(period.end.wholeSeconds(since: period.start) == hours * 3600)
    }

    @Test func `months and quarters know their neighbours`() throws {
        let january = try #require(PeriodName(month: "2026-01"))
        #expect(january.previous.label == "2025-12")
        #expect(january.period(in: .utc).end.rfc3339 == "2026-02-01T00:00:00Z")
        let quarter = try #require(PeriodName(quarter: "2026-Q1"))
        #expect(quarter.previous.label == "2025-Q4")
        #expect(quarter.period(in: .utc).end.rfc3339 == "2026-04-01T00:00:00Z")
        #expect(PeriodName(month: "2026-13") == nil)
        #expect(PeriodName(quarter: "2026-Q5") == nil)
    }

    @Test func `a range has a range of the same length before it`() throws {
        let range = try #require(PeriodName(from: "2026-02-02", to: "2026-02-12"))
        #expect(range.label == "2026-02-02--2026-02-12")
        #expect(range.previous.label == "2026-01-23--2026-02-02")
        #expect(PeriodName(from: "2026-02-12", to: "2026-02-02") == nil)
        #expect(PeriodName(from: "2026-02-30", to: "2026-03-02") == nil)
    }

    @Test(arguments: [
        ("2026-02-09T00:00:00Z", "2026-W06"), ("2026-02-08T23:59:59Z", "2026-W05"),
        ("2026-02-15T12:00:00Z", "2026-W06"), ("2026-01-01T00:00:00Z", "2025-W52"),
    ])
    func `the last full week is over at the moment of the report`(text: String, label: String) throws {
        guard case .instant(let instant)? = Timestamp(text) else {
            Issue.record("\(text) is no moment")
            return
        }
        #expect(PeriodName.lastFullWeek(before: instant, in: .utc).label == label)
    }
}
