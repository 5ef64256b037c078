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
        /// The incident was detected inside a window that the policy excludes, for this reason.
        case excluded(String)
        /// The promise is only made where one of these holds, and none does.
        case unconditioned([ClockCondition])
        /// It begins when the incident is mitigated, resolved, closed or reviewed, and nothing says that it is.
        case notYet(Milestone)
        /// No account of the scope is affected.
        case noAccount(AccountScope)
        /// Messages are on record, and none of them promised a next one.
        case nothingPromised
    }

    /// What is missing or wrong, so that nothing can be judged.
    package enum Doubt: Sendable, Equatable {
        case missing(Evidence)
        /// `stop` stands before `start`.
        case outOfOrder(start: Evidence, stop: Evidence)
        case severityUnknown
        /// The export keeps only the latest of these messages, so that the one asked for may have gone out earlier.
        case onlyLatest(Evidence)
        /// A message went to fewer recipients than the export counts as affected.
        case tooFewRecipients(Int, of: Int)
        /// The export counts more accounts than it names; `nil`: it says nothing about accounts.
        case accountsUnnamed(Int, of: Int?)
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

    /// When a running clock is due, or was.
    package var due: Instant? {
        switch self {
        case .open(let due), .overdue(let due, _): due
        default: nil
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
