import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The strip chart of a severity: a dot for each duration, a lane for each promise, with its target.
extension SLAReport {
    /// SVG; `nil` where no promise has a duration. The table beside it says the same in words.
    func chart(_ figures: SeverityFigures) -> String? {
        let cohort = cohortIncidents.filter { $0.incident.severity?.value == figures.severity }
        let lanes = edition.policy.clocks.compactMap { clock -> TimingChart.Lane? in
            let values = cohort.compactMap { assessed -> TimingChart.Value? in
                assessed.incident.milestones.seconds(from: clock.start, to: clock.stop).map {
                    TimingChart.Value(label: "\(assessed.incident.id.folded): \(Phrasing.duration($0))", seconds: Double($0))
                }
            }
            guard !values.isEmpty else { return nil }
            let limit = clock.limits[figures.severity]
            return TimingChart.Lane(
                label: clock.title, target: limit.map { Double($0.wholeSeconds) },
                targetLabel: limit.map { "target \(Phrasing.limit($0))" } ?? "no target", values: values)
        }
        guard !lanes.isEmpty else { return nil }
        return TimingChart(
            id: "times-\(figures.severity.rawValue)", title: "\(figures.severity.title): how long it took",
            summary: "One dot for each of \(Phrasing.count(figures.cohort, "incident")), on a logarithmic scale; "
                + "the table “How long it took” has the figures.",
            lanes: lanes
        ).svg
    }

    /// The incidents that the figures are about.
    private var cohortIncidents: [AssessedIncident] {
        let milestone: Milestone = report.cohort == .resolved ? .resolved : .detected
        return periodIncidents.filter { assessed in
            assessed.incident.milestones[milestone].map { report.period.contains($0.instant) && $0.instant <= edition.asOf }
                ?? false
        }
    }
}
