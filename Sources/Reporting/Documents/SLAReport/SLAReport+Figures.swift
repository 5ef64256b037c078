import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The rows of figures: promises by severity, and times by severity and span.
extension SLAReport {
    func severity(_ figures: SeverityFigures) -> Context {
        [
            "title": .text(figures.severity.title),
            "detected": .text(Phrasing.number(figures.detected)),
            "resolved": .text(Phrasing.number(figures.resolved)),
            "open": .text(Phrasing.number(figures.open)),
        ]
    }

    /// A row for each promise that the policy makes for the severity.
    func promises(_ figures: SeverityFigures) -> [Context] {
        figures.clocks.filter { $0.limit != nil }.map { clock($0, figures.severity) }
    }

    private func clock(_ figures: ClockFigures, _ severity: Severity) -> Context {
        let count = { figures.verdicts[$0] ?? 0 }
        let beside: [(Verdict.Kind, String)] = [(.unproven, "unproven"), (.open, "open"), (.overdue, "overdue")]
        let others = beside.filter { count($0.0) > 0 }.map { "\(Phrasing.number(count($0.0))) \($0.1)" }
        return [
            "severity": .text(severity.title),
            "title": .text(edition.title(ofClock: figures.clock)),
            "limit": .text(figures.limit.map(Phrasing.limit) ?? "none"),
            "compliance": .text(figures.compliance.map { Phrasing.share($0.hits, of: $0.trials) } ?? "no data"),
            "interval": .text(figures.compliance.map { Phrasing.interval($0.interval) } ?? "–"),
            "isMissed": .flag(count(.breached) > 0),
            "others": .text(others.isEmpty ? "–" : others.joined(separator: ", ")),
        ]
    }

    func times(_ figures: SeverityFigures) -> [Context] {
        figures.metrics.map { metric in
            let spread = metric.spread
            return [
                "severity": .text(figures.severity.title),
                "name": .text(metric.metric.id.uppercased()),
                "between": .text(Phrasing.between(metric.metric.start, metric.metric.stop)),
                "count": .text("\(spread?.count ?? 0) of \(figures.cohort)"),
                "mean": .text(spread.map { Phrasing.rounded($0.mean) } ?? "no data"),
                "median": .text(spread.map { Phrasing.rounded($0.median) } ?? "–"),
                "medianInterval": .optional(
                    spread?.medianInterval.map {
                        "\(Phrasing.rounded($0.lowerBound)) to \(Phrasing.rounded($0.upperBound))"
                    }),
                "p90": .text(spread.map { $0.p90.map(Phrasing.rounded) ?? "too few" } ?? "–"),
                "shortest": .text(spread.map { Phrasing.duration($0.minimum) } ?? "–"),
                "longest": .text(spread.map { Phrasing.duration($0.maximum) } ?? "–"),
                "leftOut": .text(leftOut(metric.leftOut, metric.metric)),
            ]
        }
    }

    private func leftOut(_ out: LeftOut, _ metric: Metric) -> String {
        var reasons: [String] = []
        if out.missingStart > 0 { reasons.append("\(out.missingStart) without “\(metric.start.rawValue)”") }
        if out.missingStop > 0 { reasons.append("\(out.missingStop) without “\(metric.stop.rawValue)”") }
        if out.outOfOrder > 0 { reasons.append("\(out.outOfOrder) out of order") }
        return reasons.isEmpty ? "none" : reasons.joined(separator: ", ")
    }
}
