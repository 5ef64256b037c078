import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "How long it took": for each stretch between two milestones a chart, and the figures of each severity.
extension SLAReport {
    /// A stretch that the report is about: a metric, or a promise that no metric covers.
    private struct Stretch {
        var title: String
        var start: Milestone
        var stop: Milestone
        /// By severity; severities without incidents in the cohort are left out.
        var rows: [(figures: SeverityFigures, spread: Spread?, leftOut: LeftOut)]
    }

    var times: [Context] { stretches.enumerated().map { context($0.element, place: $0.offset + 1) } }

    private var stretches: [Stretch] {
        let cohort = report.severities.filter { $0.cohort > 0 }
        let metrics = Metric.catalog.map { metric in
            Stretch(
                title: metric.title, start: metric.start, stop: metric.stop,
                rows: cohort.compactMap { figures in
                    figures.metrics.first { $0.metric.id == metric.id }.map { (figures, $0.spread, $0.leftOut) }
                })
        }
        let others = edition.policy.clocks.filter { clock in
            !metrics.contains { $0.start == clock.start && $0.stop == clock.stop }
        }.map { clock in
            Stretch(
                title: "\(clock.title): mean time from \(Phrasing.between(clock.start, clock.stop))",
                start: clock.start, stop: clock.stop,
                rows: cohort.compactMap { figures in
                    figures.clocks.first { $0.clock == clock.id }.map { (figures, $0.spread, $0.leftOut) }
                })
        }
        return metrics + others
    }

    private func context(_ stretch: Stretch, place: Int) -> Context {
        let chart = chart(from: stretch.start, to: stretch.stop, place: place)
        return [
            "title": .text(stretch.title),
            "hasData": .flag(stretch.rows.contains { $0.spread != nil }),
            "hasChart": .flag(chart != nil),
            "chart": .optional(chart),
            "rows": .list(stretch.rows.map { row($0.figures, $0.spread, $0.leftOut, stretch) }),
        ]
    }

    private func row(_ figures: SeverityFigures, _ spread: Spread?, _ leftOut: LeftOut, _ stretch: Stretch) -> Context {
        [
            "severity": .text(figures.severity.title),
            "count": .text("\(spread?.count ?? 0) of \(figures.cohort)"),
            "mean": .text(spread.map { Phrasing.rounded($0.mean) } ?? "no data"),
            "median": .text(spread.map { Phrasing.rounded($0.median) } ?? "–"),
            "medianInterval": .optional(
                spread?.medianInterval.map {
                    "\(Phrasing.rounded($0.lowerBound)) to \(Phrasing.rounded($0.upperBound))"
                }),
            "p90": .text(spread.map { $0.p90.map(Phrasing.rounded) ?? "too few" } ?? "–"),
            "shortest": .text(spread.map { Phrasing.rounded(Double($0.minimum)) } ?? "–"),
            "longest": .text(spread.map { Phrasing.rounded(Double($0.maximum)) } ?? "–"),
            "leftOut": .text(reasons(leftOut, stretch)),
        ]
    }

    private func reasons(_ out: LeftOut, _ stretch: Stretch) -> String {
        var reasons: [String] = []
        if out.missingStart > 0 { reasons.append("\(out.missingStart) without “\(stretch.start.rawValue)”") }
        if out.missingStop > 0 { reasons.append("\(out.missingStop) without “\(stretch.stop.rawValue)”") }
        if out.outOfOrder > 0 { reasons.append("\(out.outOfOrder) out of order") }
        return reasons.isEmpty ? "none" : reasons.joined(separator: ", ")
    }
}
