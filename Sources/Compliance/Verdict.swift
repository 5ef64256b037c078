package import IncidentModel

/// What became of a promise (definitions, "Clocks"). Silence is ``unproven``: never a breach and never a pass.
package enum Verdict: Sendable, Equatable {
    /// Elapsed ≤ limit: exactly on the limit is met.
    case met(elapsed: Duration)
    /// Elapsed > limit, and by how much.
    case breached(elapsed: Duration, by: Duration)
    /// Still running, due at a moment that has not come.
    case open(due: Instant)
    /// Still running past the limit.
    case overdue(due: Instant, by: Duration)
    case notApplicable(Exemption)
    case unproven(Doubt)

    /// Why a clock does not apply.
    package enum Exemption: Sendable, Equatable {
        /// The policy sets no limit for this severity.
        case noLimit(Severity)
    }

    /// What is missing or wrong, so that nothing can be judged.
    package enum Doubt: Sendable, Equatable {
        case missing(Milestone)
        /// `stop` stands before `start`.
        case outOfOrder(start: Milestone, stop: Milestone)
        case severityUnknown
    }

    package enum Kind: String, CaseIterable, Sendable {
        case met, breached, open, overdue, notApplicable, unproven
    }

    package var kind: Kind {
        switch self {
        case .met: .met
        case .breached: .breached
        case .open: .open
        case .overdue: .overdue
        case .notApplicable: .notApplicable
        case .unproven: .unproven
        }
    }

    /// Seconds from start to stop, where both stand in order.
    package var elapsed: Duration? {
        switch self {
        case .met(let elapsed), .breached(let elapsed, _): elapsed
        default: nil
        }
    }
}
