import Compliance
import IncidentModel
import Testing

struct PeriodReportTests {
    static let week = 604_800

    static func report(
        _ incidents: [Incident], cohort: Cohort = .resolved, asOf: Instant = .monday(week + 3600),
        previous: Period? = nil
    ) throws -> PeriodReport {
        let policy = try StandardPolicy.read()
        let assessor = Assessor(policy: policy, asOf: asOf)
        return PeriodReportBuilder.make(
            from: incidents.map(assessor.assess), period: .week, cohort: cohort, asOf: asOf, policy: policy,
            previous: previous)
    }

    struct Edge: Sendable {
        var detected: Int
        var resolved: Int?
        var counts: [Int]
    }

    /// Detected, resolved, open and cohorts by resolution and by detection, of one incident.
    @Test(arguments: [
        Edge(detected: -60, resolved: -1, counts: [0, 0, 0, 0, 0]),
        Edge(detected: -60, resolved: 0, counts: [0, 1, 0, 1, 0]),
        Edge(detected: 0, resolved: week - 1, counts: [1, 1, 0, 1, 1]),
        Edge(detected: 0, resolved: week, counts: [1, 0, 1, 0, 1]),
        Edge(detected: week - 1, resolved: nil, counts: [1, 0, 1, 0, 1]),
        Edge(detected: week, resolved: nil, counts: [0, 0, 0, 0, 0]),
        Edge(detected: -60, resolved: nil, counts: [0, 0, 1, 0, 0]),
        Edge(detected: 60, resolved: week + 3601, counts: [1, 0, 1, 0, 1]),
    ])
    func `A period has its start and not its end`(edge: Edge) throws {
        var incident = Incident.example([.detected: edge.detected])
        if let resolved = edge.resolved {
            incident.milestones[.resolved] = MilestoneMark(.resolved, .monday(resolved), origin: .test)
        }
        let byResolution = try Self.report([incident]).severities[0]
        let byDetection = try Self.report([incident], cohort: .detected).severities[0]
        #expect(
            [byResolution.detected, byResolution.resolved, byResolution.open, byResolution.cohort, byDetection.cohort]
                == edge.counts)
    }

    @Test func `All severities and clocks are there without any incident, and have no figures`() throws {
        let report = try Self.report([])
        #expect(report.severities.map(\.severity) == Severity.allCases)
        for row in report.severities {
            #expect(row.clocks.prefix(3).map(\.clock) == ["triage", "communicate", "resolve"])
            #expect(row.clocks.count == 10)
            #expect(row.metrics.map(\.metric.id) == ["mtta", "mttc", "mttm", "mttr"])
            #expect(row.clocks.allSatisfy { $0.compliance == nil && $0.spread == nil && $0.leftOut.total == 0 })
            #expect(row.clocks.allSatisfy { $0.verdicts.count == 6 && $0.verdicts.values.allSatisfy { $0 == 0 } })
        }
        #expect(report.breaches.isEmpty && report.dataQuality.isEmpty && report.comparison == nil)
    }

    @Test func `Verdicts, compliance and durations are those of the cohort`() throws {
        let report = try Self.report([
            .example("A", [.detected: 0, .triaged: 100, .communicated: 200, .mitigated: 900, .resolved: 1000]),
            .example("B", [.detected: 0, .triaged: 301, .communicated: 400, .resolved: 4000]),
            .example("C", [.detected: 0, .resolved: 3600]),
            .example("D", [.detected: 500, .triaged: 400, .resolved: 700]),
            .example("E", [.resolved: 700]),
            .example("F", [.detected: 0, .triaged: 1]),
            .example("G", .sev2, [.detected: 0, .triaged: 900, .resolved: 901]),
        ])
        let grave = report.severities[0]
        #expect((grave.detected, grave.resolved, grave.open, grave.cohort) == (5, 5, 1, 5))
        let triage = grave.clocks[0]
        #expect(triage.limit == .seconds(300))
        #expect(
            triage.verdicts == [
                .met: 1, .breached: 1, .unproven: 3, .open: 0, .overdue: 0, .notApplicable: 0,
            ])
        #expect(triage.compliance?.hits == 1)
        #expect(triage.compliance?.trials == 2)
        #expect(triage.spread?.count == 2)
        #expect(triage.spread?.mean == 200.5)
        #expect(triage.leftOut == LeftOut(missingStart: 1, missingStop: 1, outOfOrder: 1))
        let resolve = grave.clocks[2]
        #expect(resolve.spread?.count == 4)
        #expect((resolve.spread?.minimum, resolve.spread?.maximum) == (200, 4000))
        #expect(resolve.spread?.median == 2300)
        #expect(resolve.spread?.p90 == nil)
        #expect(resolve.leftOut == LeftOut(missingStart: 1))
        let mitigation = grave.metrics[2]
        #expect(mitigation.metric.title == "MTTM: mean time from detected to mitigated")
        #expect(mitigation.spread?.mean == 900)
        #expect(mitigation.leftOut == LeftOut(missingStart: 1, missingStop: 3))
        #expect(report.severities[1].clocks[0].verdicts[.met] == 1)
    }

    @Test func `Breaches stand by severity, clock, size and id`() throws {
        let report = try Self.report([
            .example("B", [.detected: 0, .triaged: 400, .resolved: 9999]),
            .example("C", [.detected: 0, .triaged: 500, .resolved: 1000]),
            .example("A", [.detected: 0, .triaged: 400, .resolved: 1000]),
            .example("D", .sev4, [.detected: 0, .triaged: 100, .communicated: 99_999, .resolved: 99_999]),
            .example("E", [.detected: 0, .triaged: 99_999]),
        ])
        #expect(report.breaches.map(\.incident.id) == ["C", "A", "B", "B", "C", "A", "B", "D"])
        #expect(
            report.breaches.map(\.clock) == [
                "triage", "triage", "triage", "resolve", "respond", "respond", "respond", "communicate",
            ])
        let first = try #require(report.breaches.first)
        #expect((first.limit, first.elapsed, first.by) == (.seconds(300), .seconds(500), .seconds(200)))
    }

    @Test func `With the cohort of detected incidents, overdue ones count as breached`() throws {
        let incident = Incident.example([.detected: 0, .triaged: 60])
        let report = try Self.report([incident], cohort: .detected, asOf: .monday(5000))
        let resolve = report.severities[0].clocks[2]
        #expect(resolve.verdicts[.breached] == 1)
        #expect(resolve.verdicts[.overdue] == 0)
        #expect(resolve.compliance?.value == 0)
        #expect(report.breaches.map(\.clock) == ["communicate", "resolve"])
        #expect(report.breaches.last?.elapsed == .seconds(5000))
        #expect(report.breaches.last?.by == .seconds(1400))
        #expect(report.breaches.last?.origin == .test)
        let early = try Self.report([incident], cohort: .detected, asOf: .monday(3600))
        #expect(early.severities[0].clocks[2].verdicts[.open] == 1)
        #expect(early.severities[0].clocks[2].compliance == nil)
    }

    @Test func `An incident that ended nobody knows when counts as open, and is named`() throws {
        let report = try Self.report([
            .example("C", [.detected: 0, .closed: 900]), .example("B", status: "Cancelled", [.detected: -5]),
            .example("A", [.detected: 0]), .example("D", status: "resolved", [.detected: Self.week]),
        ])
        #expect(report.endUnknown == ["B", "C"])
        #expect(report.severities[0].open == 3)
        #expect(report.severities[0].resolved == 0)
    }

    @Test func `Incidents without a severity are in no row`() throws {
        let report = try Self.report([
            .example("B", nil, [.detected: 0, .resolved: 5]), .example("A", nil, [.detected: 0, .resolved: 6]),
            .example("C", nil, [.detected: 0]),
        ])
        #expect(report.withoutSeverity == ["A", "B"])
        #expect(report.severities.allSatisfy { $0.detected == 0 && $0.resolved == 0 && $0.open == 0 })
    }

    @Test func `A comparison shows both periods with the p-value of its test`() throws {
        var incidents: [Incident] = []
        for index in 0..<12 {
            // The week before: slow, eight of twelve triaged too late. This week: fast, one of six.
            let late = index < 8
            incidents.append(
                .example(
                    "OLD-\(index)",
                    [
                        .detected: -90_000, .triaged: -90_000 + (late ? 400 + index : 100 + index),
                        .resolved: -80_000 + 60 * index,
                    ]))
        }
        for index in 0..<6 {
            incidents.append(
                .example(
                    "NEW-\(index)",
                    [.detected: 0, .triaged: index == 0 ? 500 : 50 + index, .resolved: 1000 + 60 * index]))
        }
        let comparison = try #require(try Self.report(incidents, previous: .weekBefore).comparison)
        #expect(comparison.previous == .weekBefore)
        #expect(comparison.rows.count == 4 * 19)
        let rows = comparison.rows.prefix(7)
        #expect(
            rows.map(\.figure) == [
                .count, .compliance, .duration, .compliance, .duration, .compliance, .duration,
            ])
        // SciPy 1.17.1: binomtest(6, 18), fisher_exact([[5, 1], [4, 8]]), mannwhitneyu(…, method="auto").
        #expect((rows[0].before, rows[0].now) == (12, 6))
        #expect(abs((rows[0].p ?? 0) - 0.237884521484375) < 1e-9)
        #expect((rows[1].before, rows[1].now) == (4.0 / 12, 5.0 / 6))
        #expect(abs((rows[1].p ?? 0) - 0.13122171945701358) < 1e-9)
        #expect((rows[2].before, rows[2].now) == (401.5, 53.5))
        #expect(abs((rows[2].p ?? 0) - 0.024455936220642106) < 1e-9)
        #expect(rows[3].p == nil && rows[3].before == nil && rows[4].now == nil)
        #expect(comparison.rows[19].severity == .sev2 && comparison.rows[19].p == nil)
    }
}
