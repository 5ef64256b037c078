import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The rows of figures: incidents and promises by severity.
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
}
