import Diagnostics
import IncidentModel
import Testing

@testable import Compliance

struct PeriodSeriesTests {
    private static let week = 604_800

    private func series(
        _ incidents: [Incident], cohort: Cohort = .resolved, asOf: Int = 2 * week, weeks: Int = 3
    ) throws -> PeriodSeries {
        let policy = try StandardPolicy.read()
        let assessor = Assessor(policy: policy, asOf: .monday(asOf))
        let periods = (0..<weeks).map { place in
            Period(
                label: "\(place)", start: .monday((place - weeks + 1) * Self.week),
                end: .monday((place - weeks + 2) * Self.week), timeZone: "UTC")
        }
        return PeriodSeries(
            of: incidents.map(assessor.assess), in: periods, cohort: cohort, asOf: .monday(asOf),
            book: PolicyBook(policy))
    }

    private func resolved(_ at: Int, after seconds: Int, _ severity: Severity = .sev1) -> Incident {
        .example("INC-\(at)", severity, [.detected: at - seconds, .resolved: at])
    }

    @Test func `An incident counts in the period that holds its resolution, start included and end not`() throws {
        let found = try series([
            resolved(-Self.week, after: 60), resolved(-1, after: 60), resolved(0, after: 60),
            resolved(Self.week - 1, after: 60), resolved(Self.week, after: 60), resolved(-3 * Self.week, after: 60),
        ])
        #expect(found.points.map(\.cohort) == [0, 2, 2])
        #expect(found.points[0].compliance == nil && found.points[0].severities[0].spread == nil)
    }

    @Test func `It has the shares and medians of each period alone`() throws {
        let found = try series([
            resolved(10_000, after: 3600), resolved(20_000, after: 3601), resolved(30_000, after: 60),
            resolved(40_000, after: 100_000, .sev3), resolved(-10_000, after: 7200),
        ])
        let now = try #require(found.points.last)
        #expect(found.clock == "resolve")
        #expect(now.severities[0].met == 2 && now.severities[0].breached == 1)
        #expect(now.severities[0].spread?.median == 3600)
        #expect(now.severities[2].met == 0 && now.severities[2].breached == 1)
        #expect(now.compliance?.hits == 2 && now.compliance?.trials == 4)
        #expect(found.points[1].severities[0].breached == 1 && found.points[1].compliance?.value == 0)
    }

    @Test func `By detection, overdue ones are among the breached, as in the report`() throws {
        let incident = Incident.example("INC-1", .sev1, [.detected: 100])
        #expect(try series([incident], cohort: .detected).points[2].severities[0].breached == 1)
        #expect(try series([incident]).points.map(\.cohort) == [0, 0, 0])
    }

    @Test func `What lies after the report moment has not happened`() throws {
        #expect(try series([resolved(5000, after: 60)], asOf: 4000).points.map(\.cohort) == [0, 0, 0])
    }

    @Test func `The last point has the figures of the report of its period`() throws {
        let policy = try StandardPolicy.read()
        let incidents = (0..<200).map { place in
            resolved(place * 3000, after: 40 * place + 1, Severity.allCases[place % 4])
        }
        let assessed = incidents.map(Assessor(policy: policy, asOf: .monday(Self.week)).assess)
        let report = PeriodReportBuilder.make(
            from: assessed, period: .week, cohort: .resolved, asOf: .monday(Self.week), policy: policy,
            previous: .weekBefore, series: [.weekBefore, .week])
        let last = try #require(report.series?.points.last)
        for (row, figures) in zip(last.severities, report.severities) {
            let clock = try #require(figures.clocks.first { $0.clock == "resolve" })
            #expect(row.cohort == figures.cohort && row.compliance == clock.compliance && row.spread == clock.spread)
            #expect(row.leftOut == figures.metrics.last?.leftOut)
        }
    }

    struct Wanted: Sendable {
        var week: Int
        var severity: Severity
        var count: Int
        var met: Int
        var median: Double
        var minimum: Int
        var maximum: Int
    }

    /// 400 incidents by formula, counted in Python 3.11 with NumPy 2.4.6 by the same formula (`numpy.median`).
    @Test(arguments: [
        Wanted(week: 1, severity: .sev1, count: 51, met: 11, median: 8832, minimum: 60, maximum: 18776),
        Wanted(week: 1, severity: .sev2, count: 50, met: 18, median: 19879, minimum: 103, maximum: 39879),
        Wanted(week: 1, severity: .sev3, count: 49, met: 49, median: 29306, minimum: 982, maximum: 59474),
        Wanted(week: 1, severity: .sev4, count: 47, met: 47, median: 38845, minimum: 689, maximum: 79069),
        Wanted(week: 2, severity: .sev1, count: 49, met: 8, median: 10564, minimum: 620, maximum: 19224),
        Wanted(week: 2, severity: .sev2, count: 48, met: 18, median: 19517, minimum: 327, maximum: 38707),
        Wanted(week: 2, severity: .sev3, count: 49, met: 49, median: 29978, minimum: 146, maximum: 59810),
        Wanted(week: 2, severity: .sev4, count: 50, met: 50, median: 38483, minimum: 1137, maximum: 79517),
    ])
    func `The figures of many are those of an independent count`(wanted: Wanted) throws {
        let found = try series(Self.byFormula)
        let row = try #require(found.points[wanted.week].severities.first { $0.severity == wanted.severity })
        let spread = try #require(row.spread)
        #expect(
            [row.cohort, row.met, row.breached, spread.minimum, spread.maximum]
                == [wanted.count, wanted.met, wanted.count - wanted.met, wanted.minimum, wanted.maximum])
        #expect(spread.median == wanted.median)
    }

    static let byFormula: [Incident] = (0..<400).map { n in
        let detected = n * 3000 - week
        let whole = 60 + (n * 7919) % (20_000 * (n % 4 + 1))
        let (first, second) = n.isMultiple(of: 7) ? (5, 10) : (10, 5)
        var incident = Incident.example(
            "INC-\(n)", Severity.allCases[n % 4],
            [
                .detected: detected, .triaged: detected + whole / first, .communicated: detected + whole / second,
                .resolved: detected + whole,
            ])
        if !n.isMultiple(of: 5) {
            incident.milestones[.mitigated] = MilestoneMark(
                .mitigated, .monday(detected + whole * 7 / 10), origin: .test)
        }
        return incident
    }

    @Test(arguments: [
        (PeriodName.week(year: 2026, week: 2), "2025-W51"), (.month(year: 2026, month: 2), "2025-11"),
        (.quarter(year: 2026, quarter: 1), "2025-Q2"), (.days(from: 20_000, to: 20_010), "2024-09-04--2024-09-14"),
    ])
    func `A run goes back by stretches of the same kind and length`(name: PeriodName, first: String) {
        let run = name.run(of: 4)
        #expect(run.count == 4 && run.last == name && run.first?.label == first)
        let periods = run.map { $0.period(in: .utc) }
        #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.end == $1.start })
    }

    /// Dice decide where the marks stand, in order or not.
    @Test(arguments: [Cohort.resolved, .detected])
    func `Settled incidents count as the same incidents judged`(cohort: Cohort) throws {
        var dice = UInt64(11)
        func roll(_ bound: Int) -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(dice >> 33) % bound
        }
        let policy = try StandardPolicy.read()
        let assessor = Assessor(policy: policy, asOf: .monday(2 * Self.week))
        var settled: [SettledIncident] = []
        var judged: [AssessedIncident] = []
        for number in 0..<300 {
            let resolved = roll(3 * Self.week) - 2 * Self.week
            let severity = Severity.allCases[roll(4)]
            let detected = resolved - roll(90_000) + 3000
            let incident = Incident.example(
                "INC-\(number)", severity,
                roll(10) > 0 ? [.detected: detected, .resolved: resolved] : [.resolved: resolved])
            let assessed = assessor.assess(incident)
            guard let outcome = Settlement(assessor).outcome(of: assessed) else { continue }
            judged.append(assessed)
            settled.append(
                SettledIncident(
                    detected: incident.milestones.instant(of: .detected),
                    resolved: .monday(resolved), severity: severity, outcome: outcome))
        }
        #expect(settled.count > 280)
        #expect(Set(settled.map(\.outcome)).count == 3)
        let periods = (0..<3).map { place in
            Period(
                label: "\(place)", start: .monday((place - 2) * Self.week), end: .monday((place - 1) * Self.week),
                timeZone: "UTC")
        }
        func series(_ incidents: [AssessedIncident], besides settled: [SettledIncident]) -> PeriodSeries {
            PeriodSeries(
                of: incidents, besides: settled, in: periods, cohort: cohort, asOf: assessor.asOf,
                book: PolicyBook(policy))
        }
        #expect(series([], besides: settled) == series(judged, besides: []))
        #expect(series(Array(judged[..<100]), besides: Array(settled[100...])) == series(judged, besides: []))
    }

    @Test func `What is still to come, or hangs on other incidents, is not settled`() throws {
        var policy = try StandardPolicy.read()
        func outcome(_ marks: KeyValuePairs<Milestone, Int>, asOf: Int = 10_000) -> SettledIncident.Outcome? {
            let assessor = Assessor(policy: policy, asOf: .monday(asOf))
            return Settlement(assessor).outcome(of: assessor.assess(.example("INC-1", .sev1, marks)))
        }
        #expect(outcome([.detected: 0, .resolved: 3600]) == .met)
        #expect(outcome([.detected: 0, .resolved: 3601]) == .breached)
        #expect(outcome([.detected: 100, .resolved: 0]) == .other)
        #expect(outcome([.resolved: 0]) == .other)
        #expect(outcome([.detected: 0]) == nil)
        #expect(outcome([.detected: 0, .resolved: 3600], asOf: 3599) == nil)
        #expect(outcome([.detected: 20_000, .resolved: 3600]) == nil)
        let resolve = try #require(policy.clocks.firstIndex { $0.id == "resolve" })
        policy.clocks[resolve].conditions[.sev1] = [.recurring]
        #expect(outcome([.detected: 0, .resolved: 3600]) == nil)
    }
}
