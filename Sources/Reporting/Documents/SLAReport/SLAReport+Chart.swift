import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The strip charts: every incident of the cohort as a dot, a lane for each severity, with its target where the policy
/// sets one.
extension SLAReport {
    /// Markup; `nil` where there is nothing to draw. The table beside it says the same in words.
    func chart(from start: Milestone, to stop: Milestone, place: Int) -> String? {
        let clock = edition.policy.clocks.first { $0.start == .milestone(start) && $0.stop == .milestone(stop) }
        let lanes = Severity.allCases.compactMap { severity -> TimingChart.Lane? in
            let values = cohort.compactMap { value(all[$0], severity, start, stop) }
            guard !values.isEmpty else { return nil }
            let limit = clock?.limits[severity]
            return TimingChart.Lane(
                label: severity.title, target: limit.map { Double($0.wholeSeconds) },
                targetLabel: limit.map { "target \(Phrasing.limit($0))" } ?? "", values: values)
        }
        guard !lanes.isEmpty else { return nil }
        let count = lanes.reduce(0) { $0 + $1.values.count }
        let chart = TimingChart(
            id: "chart-\(place)", title: "\(Phrasing.between(start, stop).sentenceStart), logarithmic scale",
            summary: "\(Phrasing.count(count, "incident").sentenceStart) as dots, with the target of each severity. "
                + "The table below has the figures.",
            lanes: lanes)
        return chart.figure
    }

    private func value(
        _ assessed: AssessedIncident, _ severity: Severity, _ start: Milestone, _ stop: Milestone
    ) -> TimingChart.Value? {
        guard assessed.incident.severity?.value == severity,
            let seconds = assessed.incident.milestones.seconds(from: start, to: stop)
        else { return nil }
        return TimingChart.Value(
            label: "\(assessed.incident.id.folded.cut(to: 60).text): \(Phrasing.duration(seconds))",
            seconds: Double(seconds))
    }
}
