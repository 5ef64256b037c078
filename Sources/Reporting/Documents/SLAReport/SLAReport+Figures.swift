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
            "clocks": .list(figures.clocks.map(clock)),
        ]
    }

    private func clock(_ figures: ClockFigures) -> Context {
        let count = { figures.verdicts[$0] ?? 0 }
        let beside: [(Verdict.Kind, String)] = [(.unproven, "unproven"), (.open, "open"), (.overdue, "overdue")]
        let others = beside.filter { count($0.0) > 0 }.map { "\(Phrasing.number(count($0.0))) \($0.1)" }
        return [
            "title": .text(edition.title(ofClock: figures.clock)),
            "limit": .text(figures.limit.map(Phrasing.limit) ?? "no target"),
            "hasLimit": .flag(figures.limit != nil),
            "compliance": .text(
                figures.limit == nil
                    ? "no target"
                    : figures.compliance.map { Phrasing.share($0.hits, of: $0.trials) } ?? "no data"),
            "interval": .optional(figures.compliance.map { Phrasing.interval($0.interval) }),
            "isMissed": .flag((figures.verdicts[.breached] ?? 0) > 0),
            "others": .optional(others.isEmpty ? nil : others.joined(separator: ", ")),
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
                "median": .text(spread.map { Phrasing.rounded($0.median) } ?? "no data"),
                "medianInterval": .optional(
                    spread?.medianInterval.map {
                        "\(Phrasing.rounded($0.lowerBound)) to \(Phrasing.rounded($0.upperBound))"
                    }),
                "p90": .text(spread.map { $0.p90.map(Phrasing.rounded) ?? "too few" } ?? "no data"),
                "range": .text(range(spread)),
                "leftOut": .text(leftOut(metric.leftOut, metric.metric)),
            ]
        }
    }

    private func range(_ spread: Spread?) -> String {
        guard let spread else { return "no data" }
        return spread.minimum == spread.maximum
            ? Phrasing.duration(spread.minimum)
            : "\(Phrasing.duration(spread.minimum)) to \(Phrasing.duration(spread.maximum))"
    }

    private func leftOut(_ out: LeftOut, _ metric: Metric) -> String {
        var reasons: [String] = []
        if out.missingStart > 0 { reasons.append("\(out.missingStart) without “\(metric.start.rawValue)”") }
        if out.missingStop > 0 { reasons.append("\(out.missingStop) without “\(metric.stop.rawValue)”") }
        if out.outOfOrder > 0 { reasons.append("\(out.outOfOrder) out of order") }
        return reasons.isEmpty ? "none" : reasons.joined(separator: ", ")
    }
}
