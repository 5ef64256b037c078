import Compliance
import IncidentModel
import Testing

@testable import Reporting

struct PhrasingTests {
    @Test(
        "A duration is exact, and leaves out units without a share",
        arguments: [
            (0, "0 s"), (1, "1 s"), (59, "59 s"), (60, "1 min"), (61, "1 min 1 s"), (120, "2 min"),
            (3599, "59 min 59 s"),
            (3600, "1 h"), (3601, "1 h 1 s"), (4250, "1 h 10 min 50 s"), (12_240, "3 h 24 min"), (86_400, "24 h"),
            (172_799, "47 h 59 min 59 s"), (172_800, "2 d"), (183_600, "2 d 3 h"), (259_201, "3 d 1 s"),
            (-90, "−1 min 30 s"),
        ])
    func durations(seconds: Int, words: String) { #expect(Phrasing.duration(seconds) == words) }

    @Test(
        "A rounded duration keeps what a reader needs",
        arguments: [
            (0, "0 s"), (303.25, "5 min 3 s"), (3599.4, "59 min 59 s"), (3599.6, "1 h"), (9240.4, "2 h 34 min"),
            (172_799, "2 d"), (200_000, "2 d 8 h"), (.nan, "no data"), (.infinity, "no data"),
        ] as [(Double, String)])
    func roundedDurations(seconds: Double, words: String) { #expect(Phrasing.rounded(seconds) == words) }

    @Test(
        "A limit stays in the hours that people promise in",
        arguments: [
            (300, "5 min"), (3600, "1 h"), (14_400, "4 h"), (172_800, "48 h"), (259_200, "72 h"), (5400, "1 h 30 min"),
        ])
    func limits(seconds: Int, words: String) { #expect(Phrasing.limit(.seconds(seconds)) == words) }

    @Test(
        "A share never rounds to all or nothing",
        arguments: [
            (5, 6, "83.3 % (5 of 6)"), (3, 4, "75 % (3 of 4)"), (6, 6, "100 % (6 of 6)"), (0, 6, "0 % (0 of 6)"),
            (0, 0, "no data"), (9999, 10_000, "more than 99.9 % (9999 of 10,000)"),
            (1, 100_000, "less than 0.1 % (1 of 100,000)"),
        ])
    func shares(hits: Int, trials: Int, words: String) { #expect(Phrasing.share(hits, of: trials) == words) }

    @Test(
        "A count agrees with its noun",
        arguments: [
            (0, "no incidents"), (1, "1 incident"), (2, "2 incidents"), (5000, "5000 incidents"),
            (12_500, "12,500 incidents"),
        ])
    func counts(number: Int, words: String) { #expect(Phrasing.count(number, "incident") == words) }

    @Test(
        "A p-value below the level never shows as the level",
        arguments: [(0.049999, "= 0.049"), (0.05, "= 0.05"), (0.0051, "below 0.01"), (0.3, "= 0.3"), (1, "= 1")]
            as [(Double, String)])
    func pValues(p: Double, words: String) { #expect(Phrasing.pValue(p) == words) }

    @Test("Moments carry UTC, or the offset of the page's zone")
    func moments() throws {
        let moment = Stage.day(23, 30, 5)
        #expect(try Stage.phrasing().moment(moment) == "2024-02-15 23:30:05 UTC")
        #expect(try Stage.phrasing().minute(moment) == "2024-02-15 23:30 UTC")
        let berlin = try Stage.phrasing(Zone(name: "Europe/Berlin") { _ in 3600 })
        #expect(berlin.moment(moment) == "2024-02-16 00:30:05 +01:00")
        #expect(berlin.cell(moment) == "2024-02-16 00:30 +01:00")
        let west = try Stage.phrasing(Zone(name: "America/St_Johns") { _ in -12_600 })
        #expect(west.minute(moment) == "2024-02-15 20:00 -03:30")
        let london = try Stage.phrasing(Zone(name: "Europe/London") { _ in 0 })
        #expect(london.minute(moment) == "2024-02-15 23:30 +00:00")
    }

    @Test("A span says its day once")
    func spans() throws {
        let phrasing = try Stage.phrasing()
        #expect(phrasing.span(Stage.day(14, 23), Stage.day(15, 33, 50)) == "2024-02-15 14:23 to 15:33 UTC")
        #expect(
            phrasing.span(Stage.day(23, 50), Stage.moment(2024, 2, 16, 0, 10))
                == "2024-02-15 23:50 UTC to 2024-02-16 00:10 UTC")
    }

    @Test(
        "A verdict is a sentence that gives both figures",
        arguments: [
            (.met(elapsed: .seconds(120)), 900, "met in 2 min of 15 min"),
            (.met(elapsed: .seconds(900)), 900, "met in 15 min of 15 min"),
            (
                .breached(elapsed: .seconds(4250), by: .seconds(650)), 3600,
                "breached by 10 min 50 s (1 h 10 min 50 s of 1 h)"
            ),
            (.breached(elapsed: .seconds(259_201), by: .seconds(1)), 259_200, "breached by 1 s (3 d 1 s of 72 h)"),
            (.open(due: Stage.day(18, 23)), 14_400, "open, due 2024-02-15 18:23 UTC"),
            (
                .overdue(due: Stage.day(18, 23), by: .seconds(10_800)), 14_400,
                "overdue by 3 h (was due 2024-02-15 18:23 UTC)"
            ),
            (.notApplicable(.noLimit(.sev4)), nil, "not applicable: no target for Sev4"),
            (.unproven(.missing(.triaged)), 900, "unproven: no “triaged” on record"),
            (
                .unproven(.outOfOrder(start: .detected, stop: .resolved)), 900,
                "unproven: “resolved” stands before “detected”"
            ),
            (.unproven(.severityUnknown), nil, "unproven: the severity is not known"),
        ] as [(Verdict, Int?, String)])
    func verdicts(verdict: Verdict, limit: Int?, words: String) throws {
        #expect(try Stage.phrasing().verdict(verdict, limit: limit.map { .seconds($0) }) == words)
    }

    @Test("Text is cut at a word, and only when it is too long")
    func cuts() {
        #expect("short".cut(to: 10) == ("short", false))
        #expect("exactly 10".cut(to: 10) == ("exactly 10", false))
        #expect("one two three four".cut(to: 12) == ("one two", true))
        #expect(String(repeating: "x", count: 50).cut(to: 40).text.count == 40)
    }
}
