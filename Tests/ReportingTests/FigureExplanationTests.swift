import Compliance
import Diagnostics
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

/// The shares behind a figure against the figure itself.
struct FigureExplanationTests {
    /// Incidents of every kind: kept, broken, without a stop, out of order, not promised, of another week.
    private static var incidents: [Incident] {
        (0..<40).map { place in
            var incident = Stage.bare("INC-\(place)")
            incident.severity = Sourced(Severity.allCases[place % 4], Stage.origin(3))
            let day = Stage.day(0, 0).advanced(bySeconds: place % 9 == 8 ? -30 * 86_400 : 0)
            let detected = day.advanced(bySeconds: place * 600)
            incident.milestones[.detected] = Stage.mark(.detected, detected)
            if place % 5 != 1 {
                incident.milestones[.triaged] = Stage.mark(
                    .triaged, detected.advanced(bySeconds: place % 7 == 3 ? -60 : place * 37))
            }
            if place % 6 != 4 {
                incident.milestones[.resolved] = Stage.mark(.resolved, detected.advanced(bySeconds: 600 + place * 400))
            }
            return incident
        }
    }

    private static var figures: [ReportFigure] {
        get throws { try Stage.policy().clocks.map(ReportFigure.clock) + Metric.catalog.map(ReportFigure.metric) }
    }

    @Test(arguments: Cohort.allCases)
    func `the shares of a figure add up to what the report says`(cohort: Cohort) throws {
        let edition = try Stage.edition()
        let all = try Self.incidents.map { try Stage.assess($0) }
        let report = PeriodReportBuilder.make(
            from: all, period: Stage.period(all, edition).period, cohort: cohort, asOf: edition.asOf,
            policy: edition.policy)
        var durations = 0
        for figure in try Self.figures {
            let explained = FigureExplanation(
                of: figure, in: report, over: all, edition: edition, room: .bare)
            for row in report.severities {
                let own = explained.shares.filter { $0.severity == row.severity }
                #expect(own.count == row.cohort)
                let seconds = own.compactMap(\.seconds).sorted()
                durations += seconds.count
                switch figure {
                case .clock(let clock):
                    let figures = try #require(row.clocks.first { $0.clock == clock.id })
                    #expect(Spread(sorted: seconds, rule: edition.policy.statistics) == figures.spread, "\(clock.id)")
                    for kind in Verdict.Kind.allCases {
                        #expect(own.count { $0.counted == kind } == figures.verdicts[kind], "\(clock.id)")
                    }
                    #expect(own.reduce(0) { $0 + $1.leftOut.total } == figures.leftOut.total)
                case .metric(let metric):
                    let figures = try #require(row.metrics.first { $0.metric == metric })
                    #expect(Spread(sorted: seconds, rule: edition.policy.statistics) == figures.spread, "\(metric.id)")
                    #expect(own.reduce(0) { $0 + $1.leftOut.total } == figures.leftOut.total)
                }
            }
        }
        #expect(durations > 100)
    }

    @Test func `the arithmetic is written out`() throws {
        let edition = try Stage.edition()
        let all = try Self.incidents.map { try Stage.assess($0) }
        let clock = try #require(edition.policy.clock("resolve"))
        let text = FigureExplanation(
            of: .clock(clock), in: Stage.period(all, edition), over: all, edition: edition, room: .bare
        ).explanation(at: .sev1).text
        #expect(text.contains("met ÷ (met + breached) = "))
        #expect(text.contains("INC-0: met in 10 min of 1 h"))
        #expect(!text.contains("sev2:"))
    }
}

extension ExhibitRoom {
    /// No input is at hand.
    static var bare: ExhibitRoom { ExhibitRoom(sources: SourceList(["one.json"]), builtIn: SourceID(9)) { _ in nil } }
}
