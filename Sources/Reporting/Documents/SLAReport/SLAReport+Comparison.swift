import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The period against the one before it, said no louder than the numbers allow (definitions, "Figures").
extension SLAReport {
    var comparison: Context {
        guard let comparison = report.comparison else { return .absent }
        let tested = comparison.rows.filter { $0.p != nil }
        let telling = tested.filter { isReal($0) || $0.visible?.isPossible ?? true }
        let blind = tested.count - telling.count
        let untested = comparison.rows.count { $0.p == nil && ($0.before != nil || $0.now != nil) }
        return [
            "previous": .text(comparison.previous.label),
            "hasTests": .flag(!tested.isEmpty),
            "hasRows": .flag(!telling.isEmpty),
            "rows": .list(telling.map(row)),
            "blind": blind == 0 ? .absent : .text(phrases("sla.blind", ["count": Phrasing.count(blind, "test")])),
            "note": tested.isEmpty ? .absent : .text(note(tested)),
            "untested": untested == 0
                ? .absent
                : .text(
                    phrases("sla.untested", ["count": Phrasing.count(untested, "figure").sentenceStart])),
        ]
    }

    func isReal(_ change: Comparison.Change) -> Bool {
        change.p.map { $0 < edition.policy.statistics.significance } ?? false
    }

    /// How the period compares, in a sentence; `nil` without a period before.
    var change: String? {
        guard let comparison = report.comparison else { return nil }
        let previous = comparison.previous.label
        let tested = comparison.rows.count { $0.p != nil }
        guard tested > 0 else { return phrases("sla.same.nothing", ["previous": previous]) }
        let real = comparison.rows.filter(isReal)
        guard !real.isEmpty else { return phrases("sla.same", ["previous": previous]) }
        let names = real.prefix(Self.namedChanges).map {
            "\($0.severity.title) \(name($0)) (\(value($0.before, $0.figure)) → \(value($0.now, $0.figure)))"
        }
        let rest = real.count - names.count
        return phrases(
            "sla.changed",
            [
                "previous": previous,
                "changes": Phrasing.list(names + (rest > 0 ? ["\(Phrasing.number(rest)) more"] : [])),
            ])
    }

    private static let namedChanges = 4

    /// How many tests there were, and how many of them would find something by chance alone.
    private func note(_ rows: [Comparison.Change]) -> String {
        let tested = rows.count { $0.p != nil }
        let level = edition.policy.statistics.significance
        return "\(Phrasing.count(tested, "test").sentenceStart): p falls below "
            + "\(Phrasing.decimal(level, places: 3)) in about \(Phrasing.decimal(Double(tested) * level, places: 1)) "
            + "of them by chance alone."
    }

    private func row(_ change: Comparison.Change) -> Context {
        [
            "severity": .text(change.severity.title),
            "figure": .text(name(change).sentenceStart),
            "before": .text(value(change.before, change.figure)),
            "now": .text(value(change.now, change.figure)),
            "test": .text(change.p.map { "\(change.test.rawValue), p \(Phrasing.pValue($0))" } ?? "–"),
            "visible": .text(visible(change)),
            "judgement": .text(judgement(change)),
            "isReal": .flag(isReal(change)),
        ]
    }

    private func judgement(_ change: Comparison.Change) -> String {
        judgement(isReal: isReal(change))
    }

    func judgement(isReal: Bool) -> String { isReal ? "changed" : "could be noise" }

    /// What the test could have seen with these counts.
    private func visible(_ change: Comparison.Change) -> String {
        guard let visible = change.visible else { return "–" }
        let kind: (both: String, low: String, high: String)
        switch change.figure {
        case .duration:
            guard let chance = visible.atLeast else { return phrases("sla.visible.none") }
            return phrases("sla.visible.pairs", ["chance": Phrasing.decimal((chance * 100).rounded(), places: 0)])
        case .compliance: return visibleShare(visible)
        case .count:
            kind = (
                phrases("sla.visible.count", holes(visible, Self.whole)),
                phrases("sla.visible.count.low", holes(visible, Self.whole)),
                phrases("sla.visible.count.high", holes(visible, Self.whole))
            )
        }
        return words(visible, kind)
    }

    /// `12 % or less, or 90 % or more`.
    func visibleShare(_ visible: VisibleChange) -> String {
        words(
            visible,
            (
                phrases("sla.visible.share", holes(visible, Self.percent)),
                phrases("sla.visible.share.low", holes(visible, Self.percent)),
                phrases("sla.visible.share.high", holes(visible, Self.percent))
            ))
    }

    private func words(_ visible: VisibleChange, _ kind: (both: String, low: String, high: String)) -> String {
        switch (visible.atMost, visible.atLeast) {
        case (nil, nil): phrases("sla.visible.none")
        case (_?, nil): kind.low
        case (nil, _?): kind.high
        case (_?, _?): kind.both
        }
    }

    private func holes(_ visible: VisibleChange, _ words: (Double) -> String) -> [String: String] {
        ["low": visible.atMost.map(words) ?? "", "high": visible.atLeast.map(words) ?? ""]
    }

    private static func whole(_ count: Double) -> String { Phrasing.number(Int(count.rounded())) }

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
