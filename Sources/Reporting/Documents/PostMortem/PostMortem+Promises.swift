import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "What was promised, and what was kept": the clocks that are no phase of their own. What is not proven is named in one
/// line, so that it does not drown what is known.
extension PostMortem {
    var promises: Context {
        let known = others.filter { $0.verdict.kind != .unproven }
        return [
            "hasClocks": .flag(!known.isEmpty),
            "clocks": .list(known.map(row)),
            "unproven": .list(unproven),
            "exempt": .optional(exempt?.folded),
        ]
    }

    /// Promises that apply, and that the table of phases does not show.
    private var others: [JudgedClock] {
        assessed.verdicts.filter { judged in
            judged.verdict.kind != .notApplicable
                && !(edition.clock(judged.clock).map { clock in NamedSpan.all.contains { $0.covers(clock) } } ?? false)
        }
    }

    private func row(_ judged: JudgedClock) -> Context {
        let clock = edition.clock(judged.clock)
        let parts = phrasing.parts(of: judged.verdict, limit: judged.limit)
        return [
            "title": .text(edition.title(ofClock: judged.clock)),
            "between": .text(clock.map { "\($0.startWords) to \($0.stopWords)" } ?? judged.clock),
            "limit": .text(judged.limit.map(Phrasing.limit) ?? "none"),
            "instances": .optional(instances(judged)),
            "verdict": .text(parts.word),
            "figures": .optional(parts.figures),
            "due": .optional(parts.due),
            "rule": .text(clock.map { edition.policyAddress($0.origin) } ?? "–"),
        ]
    }

    /// What cannot be judged, by what is missing: the reason once, then the promises that need it.
    private var unproven: [Context] {
        var order: [String] = []
        var titles: [String: [String]] = [:]
        for judged in others {
            guard case .unproven(let doubt) = judged.verdict else { continue }
            let reason = phrasing.doubt(doubt)
            if titles[reason] == nil { order.append(reason) }
            titles[reason, default: []].append(edition.title(ofClock: judged.clock).lowercased())
        }
        return order.map { reason in
            ["reason": .text(reason.folded), "titles": .text(Phrasing.list(titles[reason] ?? []).folded)]
        }
    }

    /// The promises that do not apply, each with the reason, in one sentence; `nil` where all do.
    private var exempt: String? {
        let parts = assessed.verdicts.compactMap { judged -> String? in
            guard case .notApplicable(let exemption) = judged.verdict else { return nil }
            return "\(edition.title(ofClock: judged.clock).lowercased()) (\(phrasing.exemption(exemption)))"
        }
        return parts.isEmpty ? nil : "Not promised here: \(parts.joined(separator: "; "))."
    }

    /// What became of each instance of a clock that has several: `update 3 breached by 2 min`, the kept ones counted.
    private func instances(_ judged: JudgedClock) -> String? {
        guard judged.parts.count > 1 else { return nil }
        let kept = judged.parts.count { $0.verdict.kind == .met }
        let others = judged.parts.filter { $0.verdict.kind != .met }
        var words = ["\(kept) of \(judged.parts.count) met"]
        words += others.prefix(Self.namedInstances).map {
            "\($0.label.folded) \(short($0.verdict))"
        }
        let rest = others.count - Self.namedInstances
        if rest > 0 { words.append("and \(rest) more") }
        return words.joined(separator: "; ")
    }

    /// `breached by 2 min`, `unproven`: the row has said the rest.
    private func short(_ verdict: Verdict) -> String {
        switch verdict {
        case .breached(_, let by), .overdue(_, let by): "\(phrasing.word(verdict.kind)) by \(Phrasing.duration(by))"
        case .open(let due): "open, due \(phrasing.minute(due))"
        case .met, .notApplicable, .unproven: phrasing.word(verdict.kind)
        }
    }

    /// A row names at most so many instances; the JSON has all.
    private static let namedInstances = 4
}
