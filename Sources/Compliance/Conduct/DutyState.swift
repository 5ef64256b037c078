package import IncidentModel

/// What became of something owed. Silence in a record that could not have spoken is ``cannotBeTold(_:)``: never done,
/// and never overdue.
package enum DutyState: Sendable, Equatable {
    /// Done; the fact that shows it, where it is not a clock's verdict that says so.
    case done(RecordedFact?, Timeliness)
    /// Owed, at a moment that has not passed; `nil` where no rule says by when.
    case due(Instant?)
    /// Owed, and its moment has passed.
    case overdue(due: Instant, by: Duration)
    /// Owed once a milestone comes.
    case waiting(Milestone)
    /// Its time is over, and the record shows none, though it shows others of its kind.
    case absent(due: Instant)
    /// Not owed, and why.
    case notApplicable(String)
    /// What would have to be on record.
    case cannotBeTold([String])

    /// Whether something was done in its time.
    package enum Timeliness: Sendable, Equatable {
        case inTime
        case late(by: Duration)
        /// No moment on record, or no limit.
        case untold
    }

    package enum Kind: String, Sendable, CaseIterable {
        case done, due, overdue, waiting, absent, notApplicable, cannotBeTold
    }

    package var kind: Kind {
        switch self {
        case .done: .done
        case .due: .due
        case .overdue: .overdue
        case .waiting: .waiting
        case .absent: .absent
        case .notApplicable: .notApplicable
        case .cannotBeTold: .cannotBeTold
        }
    }

    /// Still to be done at the report moment.
    package var isOwed: Bool { kind == .due || kind == .overdue }

    /// Done by a fact, in time or not. Exactly on the limit is in time.
    static func done(_ fact: RecordedFact, by due: Instant?) -> DutyState {
        guard let due, let instant = fact.instant else { return .done(fact, .untold) }
        let late = instant.wholeSeconds(since: due)
        return .done(fact, late > 0 ? .late(by: .seconds(late)) : .inTime)
    }

    /// Not done yet. Exactly on the limit is not overdue.
    static func owed(by due: Instant?, asOf: Instant) -> DutyState {
        guard let due else { return .due(nil) }
        let late = asOf.wholeSeconds(since: due)
        return late > 0 ? .overdue(due: due, by: .seconds(late)) : .due(due)
    }

    /// As a clock of the policy judged it.
    init(_ verdict: Verdict) {
        switch verdict {
        case .met: self = .done(nil, .inTime)
        case .breached(_, let by): self = .done(nil, .late(by: by))
        case .open(let due): self = .due(due)
        case .overdue(let due, let by): self = .overdue(due: due, by: by)
        case .notApplicable(.noLimit(let severity)): self = .notApplicable("no limit for \(severity.title)")
        case .unproven(.missing(let milestone)): self = .cannotBeTold([milestone.rawValue])
        case .unproven(.outOfOrder(let start, let stop)):
            self = .cannotBeTold(["\(start.rawValue) and \(stop.rawValue) in their order"])
        case .unproven(.severityUnknown): self = .cannotBeTold(["severity"])
        }
    }
}
