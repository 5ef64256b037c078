import IncidentModel
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2024-02-15T14:23:00Z", "2024-02-15T14:23:00Z"),
        ("2024-02-15t14:23:00z", "2024-02-15T14:23:00Z"),
        ("2024-02-15 14:23:00+01:00", "2024-02-15T13:23:00Z"),
        ("2024-02-15T14:23:00-0530", "2024-02-15T19:53:00Z"),
        ("2024-02-15T14:23:00+08", "2024-02-15T06:23:00Z"),
        ("2024-02-15 14:23:00 UTC", "2024-02-15T14:23:00Z"),
        ("2009-06-10 16:55:32 +0200", "2009-06-10T14:55:32Z"),
        ("2024-02-15T14:23:00.5Z", "2024-02-15T14:23:00.5Z"),
        ("2024-02-15T14:23:00,123456789Z", "2024-02-15T14:23:00.123456Z"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
        ("1969-12-31T23:59:59.25Z", "1969-12-31T23:59:59.25Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("2017-01-01T01:59:60+02:00", "2017-01-01T00:00:00Z"),
    ])
    func `a stamp with a zone is one moment`(text: String, utc: String) throws {
        guard case .instant(let instant) = Timestamp(text) else {
            Issue.record("\(text) is not read as a moment")
            return
        }
        #expect(instant.rfc3339 == utc)
    }

    @Test(arguments: ["2024-02-15 14:23:00", "2024-02-15T14:23:00", "2024-02-15T14:23:00.25"])
    func `a stamp without a zone stays a clock face`(text: String) {
        guard case .zoneless(let time) = Timestamp(text) else {
            Issue.record("\(text) is not read as a clock face")
            return
        }
        #expect((time.year, time.hour, time.second) == (2024, 14, 0))
    }

    @Test(arguments: [
        "", "2024-02-15", "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
        "2024-13-01T00:00:00Z", "2024-00-10T00:00:00Z", "2024-01-00T00:00:00Z", "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T12:00:60Z", "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00Zx", "2024-01-01T00:00:00+", "2024-01-01T00:00:00+1", "2024-01-01T00:00:00+24:00",
        "2024-01-01T00:00:00+01:60", "+2024-01-01T00:00:00Z", "02024-01-01T00:00:00Z", "2024-1-01T00:00:00Z",
        "2024-01-01X00:00:00Z", "2024-01-01T00:00Z", "２０24-01-01T00:00:00Z", "2024-01-01T00:00:00 PST",
    ])
    func `what is no whole and possible date and time is nothing`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `every day of eight centuries survives the way through civil time`() {
        for day in stride(from: -150_000, through: 150_000, by: 1) {
            let instant = Instant(seconds: day * 86_400 + 86_399)
            let time = CivilTime(utc: instant)
            guard time.instant == instant, time.hour == 23, time.second == 59 else {
                Issue.record("day \(day) comes back as \(time)")
                return
            }
        }
    }
}
