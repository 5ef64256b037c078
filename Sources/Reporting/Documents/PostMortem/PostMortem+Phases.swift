import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "Timing against targets": the phases with their targets, as a table and as a chart, and every milestone with its
/// source.
extension PostMortem {
    /// A stretch between two milestones that has a name, with what was promised for it, if anything was.
    struct Phase {
        var span: NamedSpan
        var seconds: Int?
        var judged: JudgedClock?
    }

    /// Those with a promise that applies, and those that both milestones of are on record.
    var phases: [Phase] {
        NamedSpan.all.compactMap { span in
            let judged = assessed.verdicts.first { judged in
                judged.verdict.kind != .notApplicable && edition.clock(judged.clock).map(span.covers) ?? false
            }
            let marks = incident.milestones
            guard judged != nil || marks[span.start] != nil && marks[span.stop] != nil else { return nil }
            return Phase(span: span, seconds: marks.seconds(from: span.start, to: span.stop), judged: judged)
        }
    }

    var phaseRows: [Context] { phases.map(row) }

    private func row(_ phase: Phase) -> Context {
        let parts = phase.judged.map { phrasing.parts(of: $0.verdict, limit: $0.limit) }
        let disorder = Verdict.Doubt.outOfOrder(start: .milestone(phase.span.start), stop: .milestone(phase.span.stop))
        return [
            "name": .text(phase.span.name),
            "from": .text(phase.span.start.rawValue),
            "to": .text(phase.span.stop.rawValue),
            "took": .text(phase.seconds.map { Phrasing.duration($0) } ?? "–"),
            "target": .text(phase.judged?.limit.map(Phrasing.limit) ?? "none"),
            "verdict": .optional(parts?.word),
            "by": .optional(phase.judged.flatMap { Self.excess(of: $0.verdict) }),
            "due": .optional(parts?.due),
            "reason": .optional(
                parts == nil ? (phase.seconds == nil ? phrasing.doubt(disorder) : nil) : parts?.reason),
        ]
    }

    /// By how much a promise was missed, or is late.
    static func excess(of verdict: Verdict) -> String? {
        switch verdict {
        case .breached(_, let by), .overdue(_, let by): Phrasing.duration(by)
        case .met, .open, .notApplicable, .unproven: nil
        }
    }

    /// What the page carries in a comment for the chart; `nil` where fewer than two phases can be drawn.
    var chart: String? {
        let marks = incident.milestones
        let drawn = phases.filter { $0.seconds != nil }
        guard let first = drawn.compactMap({ marks[$0.span.start]?.instant }).min(), drawn.count > 1 else { return nil }
        let lanes = drawn.compactMap { phase -> PhaseChart.Lane? in
            guard let start = marks[phase.span.start]?.instant, let seconds = phase.seconds else { return nil }
            let from = start.wholeSeconds(since: first)
            let limit = phase.judged?.limit
            let isPlain = phase.judged.flatMap { edition.clock($0.clock) }?.isPlain ?? true
            return PhaseChart.Lane(
                name: phase.span.name, from: from, to: from + seconds,
                // A clock that stands still at times has its limit elsewhere on a straight axis.
                limit: isPlain ? limit?.wholeSeconds : nil, words: words(phase, seconds))
        }
        return ChartComment.text(of: PhaseChart(lanes: lanes))
    }

    private func words(_ phase: Phase, _ seconds: Int) -> String {
        guard let judged = phase.judged, let limit = judged.limit else { return Phrasing.duration(seconds) }
        let verdict =
            Self.excess(of: judged.verdict).map { phrasing.phrases("phase.late", ["by": $0]) }
            ?? phrasing.word(judged.verdict.kind)
        return phrasing.phrases(
            "phase.words",
            ["duration": Phrasing.duration(seconds), "limit": Phrasing.limit(limit), "verdict": verdict])
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
