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
        case .notApplicable(let exemption): self = .notApplicable(Self.words(exemption))
        case .unproven(let doubt): self = .cannotBeTold([Self.words(doubt)])
        }
    }

    private static func words(_ exemption: Verdict.Exemption) -> String {
        switch exemption {
        case .noLimit(let severity): "no limit for \(severity.title)"
        case .excluded(let reason): "excluded: \(reason)"
        case .unconditioned(let conditions): "neither " + conditions.map(\.rawValue).joined(separator: " nor ")
        case .notYet(let milestone): "not \(milestone.rawValue) yet"
        case .noAccount(let scope): scope == .strategic ? "no strategic account is affected" : "no account is affected"
        case .nothingPromised: "no message promised a next one"
        }
    }

    private static func words(_ doubt: Verdict.Doubt) -> String {
        switch doubt {
        case .missing(let evidence): evidence.words
        case .outOfOrder(let start, let stop): "\(start.words) and \(stop.words) in their order"
        case .severityUnknown: "severity"
        case .onlyLatest(let evidence): "every \(evidence.words), not only the latest"
        case .tooFewRecipients(let count, let all): "the other \(all - count) recipients"
        case .accountsUnnamed: "all affected accounts"
        }
    }
}
