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

    /// A row for each promise that a policy in force makes for the severity.
    func promises(_ figures: SeverityFigures) -> [Context] {
        figures.clocks.filter { row in
            judging.contains { $0.clock(row.clock)?.applies(to: figures.severity) ?? false }
        }.map { clock($0, figures.severity) }
    }

    /// The policies that judged the period; where none had anything to judge, the newest.
    var judging: [Policy] {
        let found = report.policies.filter(edition.book.policies.indices.contains).map { edition.book.policies[$0] }
        return found.isEmpty ? [edition.policy] : found
    }

    /// `5 min`; where policies differ, each with its name: `5 min (2026), 10 min (2025)`.
    private func target(_ figures: ClockFigures) -> String {
        guard !figures.limits.isEmpty else { return figures.limit.map(Phrasing.limit) ?? "as promised" }
        return figures.limits.reversed().map { limit in
            let name =
                edition.book.policies.indices.contains(limit.policy) ? edition.book.policies[limit.policy].name : "?"
            return "\(limit.limit.map(Phrasing.limit) ?? "none") (\(name))"
        }.joined(separator: ", ")
    }

    /// Says that several policies judged, newest last; `nil` for one.
    var severalPolicies: String? {
        guard judging.count > 1 else { return nil }
        let names = judging.map { "“\($0.name)” (from \(phrasing.minute($0.effectiveFrom)))" }
        return "Each incident is judged under the policy in force when it was detected: \(Phrasing.list(names))."
    }

    private func clock(_ figures: ClockFigures, _ severity: Severity) -> Context {
        let count = { figures.verdicts[$0] ?? 0 }
        let beside: [(Verdict.Kind, String)] = [
            (.unproven, "unproven"), (.open, "open"), (.overdue, "overdue"),
            (.notApplicable, "not applicable"),
        ]
        let others = beside.filter { count($0.0) > 0 }.map { "\(Phrasing.number(count($0.0))) \($0.1)" }
        return [
            "severity": .text(severity.title),
            "title": .text(edition.title(ofClock: figures.clock)),
            "limit": .text(target(figures)),
            "compliance": .text(figures.compliance.map { Phrasing.share($0.hits, of: $0.trials) } ?? "no data"),
            "interval": .text(figures.compliance.map { Phrasing.interval($0.interval) } ?? "–"),
            "isMissed": .flag(count(.breached) > 0),
            "others": .text(others.isEmpty ? "–" : others.joined(separator: ", ")),
        ]
    }
}
