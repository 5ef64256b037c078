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
}
