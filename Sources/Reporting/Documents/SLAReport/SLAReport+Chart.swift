import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The strip charts: for each promise a dot for each duration, a lane for each severity, with its target.
extension SLAReport {
    /// Markup, one picture for each promise that has durations. The tables beside them say the same in words.
    var charts: [Context] {
        let cohort = cohortIncidents
        return edition.policy.clocks.enumerated().compactMap { place, clock -> Context? in
            let lanes = Severity.allCases.compactMap { lane(of: clock, $0, cohort) }
            guard !lanes.isEmpty else { return nil }
            let count = lanes.reduce(0) { $0 + $1.values.count }
            let chart = TimingChart(
                id: "chart-\(place + 1)", title: clock.title,
                summary: "One dot for each of \(Phrasing.count(count, "incident")), on a logarithmic scale, with the "
                    + "target of each severity. The table below has the figures.",
                lanes: lanes)
            return ["chart": .text(chart.figure)]
        }
    }

    private func lane(of clock: Clock, _ severity: Severity, _ cohort: [AssessedIncident]) -> TimingChart.Lane? {
        let values = cohort.compactMap { assessed -> TimingChart.Value? in
            guard assessed.incident.severity?.value == severity,
                let seconds = assessed.incident.milestones.seconds(from: clock.start, to: clock.stop)
            else { return nil }
            return TimingChart.Value(
                label: "\(assessed.incident.id.folded): \(Phrasing.duration(seconds))", seconds: Double(seconds))
        }
        guard !values.isEmpty else { return nil }
        let limit = clock.limits[severity]
        return TimingChart.Lane(
            label: severity.title, target: limit.map { Double($0.wholeSeconds) },
            targetLabel: limit.map { "target \(Phrasing.limit($0))" } ?? "no target", values: values)
    }

    /// The incidents that the figures are about.
    private var cohortIncidents: [AssessedIncident] {
        let milestone: Milestone = report.cohort == .resolved ? .resolved : .detected
        return periodIncidents.filter { assessed in
            assessed.incident.milestones[milestone].map { report.period.contains($0.instant) } ?? false
        }
    }
}
