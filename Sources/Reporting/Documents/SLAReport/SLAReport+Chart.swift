import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The strip charts: a dot for each duration, a lane for each severity, with its target where the policy sets one.
extension SLAReport {
    /// Markup; `nil` where there is nothing to draw. The table beside it says the same in words.
    func chart(from start: Milestone, to stop: Milestone, place: Int) -> String? {
        let clock = edition.policy.clocks.first { $0.start == .milestone(start) && $0.stop == .milestone(stop) }
        let cohort = cohortIncidents
        let lanes = Severity.allCases.compactMap { severity -> TimingChart.Lane? in
            let values = cohort.compactMap { value($0, severity, start, stop) }
            guard !values.isEmpty else { return nil }
            let limit = clock?.limits[severity]
            return TimingChart.Lane(
                label: severity.title, target: limit.map { Double($0.wholeSeconds) },
                targetLabel: limit.map { "target \(Phrasing.limit($0))" } ?? "no target", values: values)
        }
        guard !lanes.isEmpty else { return nil }
        let count = lanes.reduce(0) { $0 + $1.values.count }
        return TimingChart(
            id: "chart-\(place)", title: "\(Phrasing.between(start, stop).sentenceStart), logarithmic scale",
            summary: "One dot for each of \(Phrasing.count(count, "incident")), with the target of each severity. "
                + "The table below has the figures.",
            lanes: lanes
        ).figure
    }

    private func value(
        _ assessed: AssessedIncident, _ severity: Severity, _ start: Milestone, _ stop: Milestone
    ) -> TimingChart.Value? {
        let incident = assessed.incident
        guard incident.severity?.value == severity, let seconds = incident.milestones.seconds(from: start, to: stop)
        else { return nil }
        return TimingChart.Value(
            label: "\(incident.id.folded): \(Phrasing.duration(seconds))", seconds: Double(seconds))
    }

    /// The incidents that the figures are about.
    private var cohortIncidents: [AssessedIncident] {
        let milestone: Milestone = report.cohort == .resolved ? .resolved : .detected
        return periodIncidents.filter { assessed in
            assessed.incident.milestones[milestone].map { report.period.contains($0.instant) } ?? false
        }
    }
}
