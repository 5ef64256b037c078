import Diagnostics
import IncidentModel

/// What an elapsed time makes of a promise.
extension Hearing {
    /// Both ends are on record, in order.
    func settled(_ dial: Dial, _ start: Instant, _ end: Instant, _ limit: Int) -> Verdict {
        let elapsed = dial.isPlain ? end.wholeSeconds(since: start) : pace(dial).elapsed(from: start, to: end)
        return elapsed <= limit
            ? .met(elapsed: .seconds(elapsed))
            : .breached(elapsed: .seconds(elapsed), by: .seconds(elapsed - limit))
    }

    /// No stop is on record: unproven where something shows that it must have come, otherwise the clock runs.
    mutating func silence(_ dial: Dial, since start: Instant, _ limit: Int) -> Verdict {
        if isProven(dial) { return .unproven(.missing(dial.clock.stop)) }
        return running(dial, start, limit)
    }

    mutating func isProven(_ dial: Dial) -> Bool {
        moments.hasAny(of: dial.proofs) || dial.isProvenByStatus && isOver
    }

    func running(_ dial: Dial, _ start: Instant, _ limit: Int) -> Verdict {
        let pace = dial.isPlain ? Pace() : pace(dial)
        let due = pace.due(limit, after: start, now: asOf)
        let elapsed = pace.elapsed(from: start, to: asOf)
        return elapsed <= limit ? .open(due: due) : .overdue(due: due, by: .seconds(elapsed - limit))
    }

    func pace(_ dial: Dial) -> Pace {
        Pace(
            calendar: dial.clock.calendar,
            pauses: shared.value.pauses(dial.clock.pauses, words: bench.policy.pauses))
    }

    func part(
        _ label: String, _ start: Instant?, _ stop: Instant?, _ origin: Origin?, _ limit: Int?, _ verdict: Verdict
    ) -> JudgedPart {
        JudgedPart(
            label: label, start: start, stop: stop, origin: origin, limit: limit.map { .seconds($0) }, verdict: verdict)
    }
}

extension Verdict {
    func judged(_ dial: Dial, _ limit: Int?) -> JudgedClock {
        JudgedClock(clock: dial.clock.id, limit: limit.map { .seconds($0) }, verdict: self)
    }
}

/// Duties that follow from a clock.
extension Hearing {
    /// Whether a post-mortem is owed (specification, "Post-Incident Requirements"). An export's own "not required" does
    /// not lift a mandatory one; where the severity is unknown, its request is all there is.
    func postMortem() -> PostMortemDuty {
        if let reviewed = moments[.reviewed] { return .done(reviewed) }
        guard let dial = bench.postMortem, let start = dial.start,
            !windows.contains(where: { $0.clocks.contains(dial.clock.id) })
        else { return .notRequired }
        let judging = severity ?? Severity.allCases.first { dial.clock.conditions[$0]?.contains(.asked) ?? false }
        guard let judging, let limit = dial.limits[judging.ordinal] else { return .notRequired }
        let due = moments[start].map { pace(dial).due(limit, after: $0, now: asOf) }
        guard let conditions = dial.clock.conditions[judging] else { return .mandatory(due: due) }
        if conditions.contains(.asked), holds(.asked) { return .requested(due: due) }
        return severity != nil && conditions.contains(.recurring) && holds(.recurring)
            ? .recurring(due: due) : .notRequired
    }
}
