import Diagnostics
package import IncidentModel

/// What one incident adds to a figure of a period report.
package struct FigureShare: Sendable, Equatable {
    /// The incident's place in the run.
    package var incident: Int
    package var severity: Severity
    /// How the report counts the verdict; `nil` for a metric, and where the incident's policy has no such clock. With
    /// ``Cohort/detected`` an overdue clock counts as breached.
    package var counted: Verdict.Kind?
    /// What goes into mean and median; `nil` where it is left out.
    package var seconds: Int?
    /// Why it is left out: one of them is 1 where ``seconds`` is `nil`, or none where its policy has no such clock.
    package var leftOut: LeftOut
}

/// A figure that a report has for each severity.
package enum ReportFigure: Sendable, Equatable {
    case clock(Clock)
    case metric(Metric)
}

extension PeriodReportBuilder {
    /// The incidents behind a figure, in the order of the run: each is counted by itself, by the same code that counts
    /// them all, so that the report's figure is the sum of its shares.
    package static func shares(
        of figure: ReportFigure, from incidents: [AssessedIncident], period: Period, cohort: Cohort, asOf: Instant,
        book: PolicyBook
    ) -> [FigureShare] {
        let empty = PeriodTally(period: period, cohort: cohort, asOf: asOf, book: book)
        return incidents.indices.compactMap { place in
            guard let severity = incidents[place].incident.severity?.value,
                period.holds(incidents[place].incident, in: cohort)
            else { return nil }
            var tally = empty
            tally.count([incidents[place]])
            let row = tally.rows[severity.ordinal]
            guard row.cohort > 0 else { return nil }
            switch figure {
            case .clock(let clock):
                guard let column = tally.clocks.firstIndex(where: { $0.id == clock.id }) else { return nil }
                let counted = Verdict.Kind.allCases.first { row.count($0, of: column, cohort: cohort) > 0 }
                return FigureShare(
                    incident: place, severity: severity, counted: counted, seconds: row.clocks[column].seconds.first,
                    leftOut: row.clocks[column].leftOut)
            case .metric(let metric):
                guard let column = Metric.catalog.firstIndex(of: metric) else { return nil }
                return FigureShare(
                    incident: place, severity: severity, counted: nil, seconds: row.metrics[column].seconds.first,
                    leftOut: row.metrics[column].leftOut)
            }
        }
    }
}

extension Period {
    /// Whether an incident can be of the cohort: the marks that decide are looked at before anything is counted.
    fileprivate func holds(_ incident: borrowing Incident, in cohort: Cohort) -> Bool {
        let mark: Milestone = cohort == .resolved ? .resolved : .detected
        return incident.milestones.instant(of: mark).map(contains) ?? false
    }
}
