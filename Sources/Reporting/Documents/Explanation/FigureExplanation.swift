package import Compliance
import Diagnostics
package import IncidentModel
import Typesetting

/// The incidents behind one figure of a period report, and the arithmetic that makes it of them.
package struct FigureExplanation: Sendable {
    let edition: Edition
    let report: PeriodReport
    let incidents: [AssessedIncident]
    let figure: ReportFigure
    let room: ExhibitRoom
    package let shares: [FigureShare]

    /// `report` is the one that the figure stands in, over the same incidents.
    package init(
        of figure: ReportFigure, in report: PeriodReport, over incidents: [AssessedIncident], edition: Edition,
        room: ExhibitRoom
    ) {
        self.edition = edition
        self.report = report
        self.incidents = incidents
        self.figure = figure
        self.room = room
        shares = PeriodReportBuilder.shares(
            of: figure, from: incidents, period: report.period, cohort: report.cohort, asOf: edition.asOf,
            book: edition.book)
    }

    /// At one severity, or at each that has incidents.
    package func explanation(at severity: Severity?) -> Explanation {
        let rows = report.severities.filter { row in severity.map { row.severity == $0 } ?? (row.cohort > 0) }
        let period = report.period
        let span =
            "from \(phrasing.minute(period.start)) up to \(phrasing.minute(period.end)), end not included, cut in "
            + period.timeZone
        var statements = [
            Statement("period", "\(period.label), \(span)"),
            Statement(
                "incidents", "those \(report.cohort.rawValue) in the period, as of \(phrasing.moment(edition.asOf))"),
        ]
        if !report.withoutSeverity.isEmpty {
            statements.append(
                Statement("without a known severity, in no figure", Phrasing.list(report.withoutSeverity)))
        }
        if rows.isEmpty { statements.append(Statement("figures", "no data: no incident of the period")) }
        let judging = report.policies.map { edition.book.policies[$0] }
        let computed = (judging.isEmpty ? [edition.policy] : judging).map(edition.computation)
        return Explanation(title, statements + rows.map(row) + computed)
    }

    var phrasing: Phrasing { edition.phrasing }

    private var title: String {
        switch figure {
        case .clock(let clock): "\(clock.title) (\(clock.id)) in \(report.period.label)"
        case .metric(let metric): "\(metric.title), in \(report.period.label)"
        }
    }

    private func row(_ row: SeverityFigures) -> Statement {
        let own = shares.filter { $0.severity == row.severity }
        var parts: [Statement] = []
        var limit: Duration?
        switch figure {
        case .clock(let clock):
            if let figures = row.clocks.first(where: { $0.clock == clock.id }) {
                limit = figures.limit
                parts = [compliance(figures), duration(figures.spread, own, figures.leftOut)]
            }
        case .metric(let metric):
            if let figures = row.metrics.first(where: { $0.metric == metric }) {
                parts = [duration(figures.spread, own, figures.leftOut)]
            }
        }
        let target = limit.map { ", target \(Phrasing.limit($0))" } ?? ""
        return Statement(
            row.severity.rawValue, Phrasing.count(own.count, "incident") + target,
            parts: parts + own.map(incident))
    }
}
