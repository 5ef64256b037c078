import IncidentModel

/// A clock made ready for many incidents: limits by place, message kinds as bits.
///
/// A class, so that handing it on counts one reference and not those of all its parts.
final class Dial: Sendable {
    let clock: Clock
    /// Whole seconds, by severity.
    let limits: [Int?]
    let applies: [Bool]
    /// The start and the stop of a clock between two milestones.
    let start: Milestone?
    let stop: Milestone?
    /// Milestones that show, by being on record, that the stop must have come.
    let proofs: MilestoneSet
    /// Whether an export's word that the incident is over shows the same.
    let isProvenByStatus: Bool
    /// The bit of the message kind that is looked for.
    let kind: UInt32
    /// Whether it begins at the end of an incident: messages before that are about other things, and while the incident
    /// goes on there is nothing to judge.
    let beginsAtTheEnd: Bool
    /// Whether it counts every second.
    let isPlain: Bool

    init(_ clock: Clock, kinds: [MessageKind]) {
        self.clock = clock
        limits = Severity.allCases.map { clock.limits[$0]?.wholeSeconds }
        applies = Severity.allCases.map(clock.applies)
        start = clock.start.milestone
        stop = clock.stop.milestone
        beginsAtTheEnd = start.map { $0.ordinal >= Milestone.mitigated.ordinal } ?? false
        kind = clock.stop.kind.flatMap { id in kinds.firstIndex { $0.id == id } }.map { 1 << UInt32($0) } ?? 0
        isPlain = clock.calendar == nil && clock.pauses.isEmpty
        switch clock.stop {
        case .milestone(let stop):
            proofs = stop.proofs
            isProvenByStatus = stop.isProvenByStatus
        case .firstAction:
            proofs = Milestone.triaged.proofs
            isProvenByStatus = true
        case .nextMessage(_, let end):
            proofs = end.proofs
            isProvenByStatus = end.isProvenByStatus
        case .message, .promisedMessage:
            proofs = beginsAtTheEnd ? .closed : Milestone.communicated.proofs
            isProvenByStatus = !beginsAtTheEnd
        }
    }
}

/// A policy made ready for many incidents; a class for the same reason.
final class Bench: Sendable {
    let policy: Policy
    let dials: [Dial]
    let postMortem: Dial?

    init(_ policy: Policy) {
        self.policy = policy
        dials = policy.clocks.map { Dial($0, kinds: policy.messages) }
        postMortem = dials.first { $0.stop == .reviewed }
    }

    /// The windows that an incident was detected in.
    func exclusions(at detected: Instant?) -> [Exclusion] {
        guard let detected, !policy.exclusions.isEmpty else { return [] }
        return policy.exclusions.filter { $0.contains(detected) }
    }
}
