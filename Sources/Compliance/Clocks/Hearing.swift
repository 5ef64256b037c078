import Diagnostics
import IncidentModel

/// One incident before the judge: what its clocks look at, each looked up once.
struct Hearing {
    let shared: SharedIncident
    let bench: Bench
    let asOf: Instant
    let moments: Moments
    let severity: Severity?
    /// Excluded windows that it was detected in.
    let windows: [Exclusion]
    let memory: WordMemory
    /// Whether an earlier incident was like this one; asked only where a promise depends on it.
    let isRecurring: (Incident) -> Bool

    init(
        _ shared: SharedIncident, _ bench: Bench, asOf: Instant, memory: WordMemory,
        isRecurring: @escaping (Incident) -> Bool
    ) {
        self.shared = shared
        self.bench = bench
        self.asOf = asOf
        self.memory = memory
        self.isRecurring = isRecurring
        moments = Moments(shared.value.milestones, asOf: asOf)
        severity = shared.value.severity?.value
        windows = bench.exclusions(at: moments[.detected])
    }

    /// Whether its status word says that it is over.
    private(set) lazy var isOver =
        bench.policy.status.reading(of: shared.value.statusWord, in: shared.value.system) == .over
    /// The messages that had gone out, in the order of time.
    private(set) lazy var messages = heardMessages()
    private(set) lazy var hasWholeRecord = shared.value.hasWholeMessageRecord

    mutating func judge(_ dial: Dial) -> JudgedClock {
        let limit = severity.flatMap { dial.limits[$0.ordinal] }
        if let verdict = exemption(dial) { return verdict.judged(dial, limit) }
        // No clock without a severity comes here.
        let seconds = limit ?? 0
        switch dial.clock.stop {
        case .milestone(let stop): return verdict(dial, to: stop, seconds).judged(dial, limit)
        case .firstAction: return firstAction(dial, seconds).verdict.judged(dial, limit)
        case .message: break
        case .nextMessage(_, let end): return together(updates(dial, until: end, seconds), dial, limit)
        case .promisedMessage: return together(promises(dial), dial, limit)
        }
        guard let scope = dial.clock.accounts else { return message(dial, seconds).verdict.judged(dial, limit) }
        return together(contacts(dial, scope, seconds), dial, limit)
    }

    /// What each instance of a clock ran from and to, also where there is only one.
    mutating func parts(_ dial: Dial) -> [JudgedPart] {
        let limit = severity.flatMap { dial.limits[$0.ordinal] }
        if let verdict = exemption(dial) { return [part("", nil, nil, nil, limit, verdict)] }
        let seconds = limit ?? 0
        switch dial.clock.stop {
        case .milestone(let stop):
            let marks = shared.value.milestones
            let begin = dial.start.flatMap { moments[$0] == nil ? nil : marks[$0] }
            let end = moments[stop] == nil ? nil : marks[stop]
            let verdict = verdict(dial, to: stop, seconds)
            return [
                part(stop.rawValue, begin?.instant, end?.instant, end?.origin ?? begin?.origin, limit, verdict)
            ]
        case .firstAction: return [firstAction(dial, seconds)]
        case .message:
            return dial.clock.accounts.map { contacts(dial, $0, seconds) } ?? [message(dial, seconds)]
        case .nextMessage(_, let end): return updates(dial, until: end, seconds)
        case .promisedMessage: return promises(dial)
        }
    }

    private func together(_ parts: [JudgedPart], _ dial: Dial, _ limit: Int?) -> JudgedClock {
        guard let place = JudgedPart.deciding(parts) else {
            return Verdict.unproven(.missing(dial.clock.stop)).judged(dial, limit)
        }
        return JudgedClock(
            clock: dial.clock.id, limit: parts[place].limit ?? limit.map { .seconds($0) },
            verdict: parts[place].verdict,
            parts: parts.count == 1 && parts[0].label.isEmpty ? [] : parts)
    }

    // MARK: Whether there is a promise

    private mutating func exemption(_ dial: Dial) -> Verdict? {
        if let window = windows.first(where: { $0.clocks.contains(dial.clock.id) }) {
            return .notApplicable(.excluded(window.reason))
        }
        guard let severity else { return .unproven(.severityUnknown) }
        guard dial.applies[severity.ordinal] else { return .notApplicable(.noLimit(severity)) }
        if let conditions = dial.clock.conditions[severity], !conditions.contains(where: holds) {
            return .notApplicable(.unconditioned(conditions.sorted()))
        }
        guard let start = dial.start, moments[start] == nil else { return nil }
        let isNotYet =
            dial.beginsAtTheEnd && !moments.hasAny(of: start.proofs) && !(start.isProvenByStatus && isOver)
        return isNotYet ? .notApplicable(.notYet(start)) : .unproven(.missing(dial.clock.start))
    }

    func holds(_ condition: ClockCondition) -> Bool {
        switch condition {
        case .asked: shared.value.asksForPostMortem?.value == true
        case .recurring: isRecurring(shared.value)
        }
    }

    // MARK: Between two milestones

    private mutating func verdict(_ dial: Dial, to stop: Milestone, _ limit: Int) -> Verdict {
        guard let start = dial.start.flatMap({ moments[$0] }) else { return .unproven(.missing(dial.clock.start)) }
        if let end = moments[stop] {
            guard end >= start else { return .unproven(.outOfOrder(start: dial.clock.start, stop: dial.clock.stop)) }
            return settled(dial, start, end, limit)
        }
        return silence(dial, since: start, limit)
    }
}
