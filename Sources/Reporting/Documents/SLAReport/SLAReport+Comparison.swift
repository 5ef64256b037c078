import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The period against the one before it, said no louder than the numbers allow (definitions, "Figures").
extension SLAReport {
    var comparison: Context {
        guard let comparison = report.comparison else { return .absent }
        let rows = comparison.rows.filter { $0.before != nil || $0.now != nil }
        return [
            "previous": .text(comparison.previous.label),
            "sentence": .text(sentence(rows, comparison.previous.label)),
            "rows": .list(rows.map(row)),
        ]
    }

    func isReal(_ change: Comparison.Change) -> Bool {
        change.p.map { $0 < edition.policy.statistics.significance } ?? false
    }

    private func sentence(_ rows: [Comparison.Change], _ previous: String) -> String {
        let tested = rows.count { $0.p != nil }
        guard tested > 0 else { return "There is nothing to compare with \(previous): no data." }
        let real = rows.filter(isReal)
        let limit = Phrasing.decimal(edition.policy.statistics.significance, places: 3)
        guard !real.isEmpty else {
            return "No change from \(previous) can be told from noise (p below \(limit) in none of "
                + "\(Phrasing.count(tested, "test")))."
        }
        let names = real.map { "\($0.severity.title) \(name($0))" }
        return "More than noise against \(previous): \(Phrasing.list(names)). With \(Phrasing.count(tested, "test")), "
            + "p falls below \(limit) in about \(Phrasing.decimal(Double(tested) * edition.policy.statistics.significance, places: 1)) "
            + "by chance alone."
    }

    private func row(_ change: Comparison.Change) -> Context {
        [
            "severity": .text(change.severity.title),
            "figure": .text(name(change).sentenceStart),
            "before": .text(value(change.before, change.figure)),
            "now": .text(value(change.now, change.figure)),
            "test": .text(change.p.map { "\(change.test.rawValue), p \(Phrasing.pValue($0))" } ?? "no test possible"),
            "judgement": .text(judgement(change)),
            "isReal": .flag(isReal(change)),
        ]
    }

    private func judgement(_ change: Comparison.Change) -> String {
        if change.p == nil { return "no data" }
        return isReal(change) ? "changed" : "could be noise"
    }

    private func name(_ change: Comparison.Change) -> String {
        let clock = change.clock.map { edition.title(ofClock: $0).lowercased() } ?? ""
        return switch change.figure {
        case .count: "number of incidents"
        case .compliance: "promise kept, \(clock)"
        case .duration: "median time, \(clock)"
        }
    }

    private func value(_ value: Double?, _ figure: Comparison.Change.Figure) -> String {
        guard let value else { return "no data" }
        return switch figure {
        case .count: Phrasing.plain(value)
        case .compliance: Phrasing.decimal(value * 100, places: 1) + " %"
        case .duration: Phrasing.rounded(value)
        }
    }
}
