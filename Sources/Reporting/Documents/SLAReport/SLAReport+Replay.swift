import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The period under another policy: what changes by the policy alone, over the very same incidents.
extension SLAReport {
    var replay: Context {
        guard let replay = report.replay else { return .absent }
        let changed = replay.rows.filter { $0.before != $0.after }
        return [
            "before": .text(replay.before.folded),
            "after": .text(replay.after.folded),
            "sentence": .text(sentence(replay)),
            "hasRows": .flag(!changed.isEmpty),
            "rows": .list(changed.map(row)),
            "hasFlips": .flag(!replay.flips.isEmpty),
            "flips": .list(replay.flips.prefix(Self.namedFlips).map(row)),
            "more": replay.flips.count > Self.namedFlips
                ? .text("And \(Phrasing.number(replay.flips.count - Self.namedFlips)) more; the JSON names all.")
                : .absent,
        ]
    }

    /// The page names at most so many.
    private static let namedFlips = 100

    private func sentence(_ replay: PolicyComparison) -> String {
        let incidents = Set(replay.flips.map(\.incident)).count
        let policies = "under \(replay.after.folded) instead of \(replay.before.folded)"
        guard incidents > 0 else { return "No verdict of the period is another one \(policies)." }
        return "\(Phrasing.count(replay.flips.count, "verdict").sentenceStart) of "
            + "\(Phrasing.count(incidents, "incident")) \(replay.flips.count == 1 ? "is another one" : "are others") "
            + "\(policies). The incidents are the same, so the policy alone changed them."
    }

    private func row(_ row: PolicyComparison.Row) -> Context {
        [
            "severity": .text(row.severity.title), "clock": .text(edition.title(ofClock: row.clock)),
            "before": .text(words(row.before)), "after": .text(words(row.after)),
        ]
    }

    private func words(_ counts: [Verdict.Kind: Int]) -> String {
        let parts = Verdict.Kind.allCases.filter { (counts[$0] ?? 0) > 0 }
            .map { "\(Phrasing.number(counts[$0] ?? 0)) \(phrasing.word($0))" }
        return parts.isEmpty ? "–" : parts.joined(separator: ", ")
    }

    private func row(_ flip: PolicyComparison.Flip) -> Context {
        [
            "incident": .text(flip.incident.folded), "severity": .text(flip.severity.title),
            "clock": .text(edition.title(ofClock: flip.clock)), "before": .text(phrasing.word(flip.before)),
            "after": .text(phrasing.word(flip.after)),
        ]
    }
}
