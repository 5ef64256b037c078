import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "Timing against targets": every promise with its verdict, and every milestone with its source.
extension PostMortem {
    /// The promises of the policy, then the spans that people ask for and the policy sets no target on.
    var clocks: [Context] {
        let promised = assessed.verdicts.compactMap { edition.clock($0.clock) }
        let rest = NamedSpan.all.filter { span in
            !promised.contains(where: span.covers)
                && incident.milestones[span.start] != nil && incident.milestones[span.stop] != nil
        }
        return assessed.verdicts.filter { $0.verdict.kind != .notApplicable }.map(row) + rest.map(row)
    }

    /// The promises that do not apply, each with the reason, in one sentence; `nil` where all do.
    var exempt: String? {
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

    private func row(_ judged: JudgedClock) -> Context {
        let clock = edition.clock(judged.clock)
        let parts = phrasing.parts(of: judged.verdict, limit: judged.limit)
        let named = clock.flatMap { clock in NamedSpan.all.first { $0.covers(clock) } }
        return [
            "title": .text(named?.name ?? edition.title(ofClock: judged.clock)),
            "between": .text(clock.map { "\($0.startWords) to \($0.stopWords)" } ?? judged.clock),
            "limit": .text(judged.limit.map(Phrasing.limit) ?? "none"),
            "instances": .optional(instances(judged)),
            "verdict": .text(parts.word),
            "figures": .optional(parts.figures),
            "due": .optional(parts.due),
            "reason": .optional(parts.reason),
        ]
    }

    private func row(_ span: NamedSpan) -> Context {
        let seconds = incident.milestones.seconds(from: span.start, to: span.stop)
        return [
            "title": .text(span.name),
            "between": .text(Phrasing.between(span.start, span.stop)),
            "limit": "none",
            "instances": .absent,
            "verdict": .absent,
            "figures": .optional(seconds.map { "took \(Phrasing.duration($0))" }),
            "due": .absent,
            "reason": seconds == nil
                ? .text(phrasing.doubt(.outOfOrder(start: .milestone(span.start), stop: .milestone(span.stop))))
                : .absent,
        ]
    }

    /// A row of the table of milestones; one that is not on record stays visible.
    func milestone(_ milestone: Milestone) -> Context {
        let later = future.first { $0.milestone == milestone }
        let mark = incident.milestones[milestone] ?? later
        let note = later == nil ? "" : ", later than this page: not counted"
        return [
            "name": .text(milestone.rawValue),
            "meaning": .text(phrasing.meaning(milestone)),
            "moment": .text(mark.map { phrasing.moment($0.instant) + note } ?? "not on record"),
            "known": .text(mark.map { phrasing.knowledge($0.knowledge) } ?? "–"),
            "address": .text(mark.map { edition.address($0.origin) } ?? "–"),
        ]
    }

    /// Milestones that stand in an impossible order, in sentences.
    var disorder: [String] {
        incident.milestones.outOfOrder.map { pair in
            "“\(pair.later.milestone.rawValue)” (\(phrasing.moment(pair.later.instant))) stands before "
                + "“\(pair.earlier.milestone.rawValue)” (\(phrasing.moment(pair.earlier.instant))). "
                + "Nothing was corrected; promises that need both are unproven."
        }
    }
}

/// A stretch between two milestones that has a name of its own (definitions, "Figures").
struct NamedSpan: Sendable, Equatable {
    /// `Time to acknowledge`.
    var name: String
    /// `MTTA`; `nil` where no abbreviation is in use.
    var mean: String?
    var start: Milestone
    var stop: Milestone

    func covers(_ clock: Clock) -> Bool { clock.start == .milestone(start) && clock.stop == .milestone(stop) }

    static let all = [
        NamedSpan(name: "Time to detect", mean: nil, start: .started, stop: .detected),
        NamedSpan(name: "Time to acknowledge", mean: "MTTA", start: .detected, stop: .triaged),
        NamedSpan(name: "Time to communicate", mean: "MTTC", start: .triaged, stop: .communicated),
        NamedSpan(name: "Time to mitigate", mean: "MTTM", start: .detected, stop: .mitigated),
        NamedSpan(name: "Time to resolve", mean: "MTTR", start: .detected, stop: .resolved),
    ]
}
