package import IncidentModel

/// What an auditor counts a promise as: kept, broken, neither yet, or not to be told. What cannot be told is never kept.
package enum PromiseOutcome: String, Sendable, CaseIterable {
    case kept, broken, open, unproven, notApplicable
}

extension Verdict {
    /// Overdue is broken: its limit has passed, whatever comes now.
    package var outcome: PromiseOutcome {
        switch self {
        case .met: .kept
        case .breached, .overdue: .broken
        case .open: .open
        case .notApplicable: .notApplicable
        case .unproven: .unproven
        }
    }
}

extension DutyState {
    /// `due`: the moment by which it was owed, where a rule says one. Something done in a time that cannot be told is only
    /// kept where no rule asks for one.
    package func outcome(due: Instant?) -> PromiseOutcome {
        switch self {
        case .done(_, .inTime): .kept
        case .done(_, .late): .broken
        case .done(_, .untold): due == nil ? .kept : .unproven
        case .due, .waiting: .open
        case .overdue, .absent: .broken
        case .notApplicable: .notApplicable
        case .cannotBeTold: .unproven
        }
    }
}
