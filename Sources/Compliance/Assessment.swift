package import IncidentModel

/// An incident, judged at a moment under a policy.
package struct AssessedIncident: Sendable, Equatable {
    package var incident: Incident {
        _read { yield shared.value }
        set { shared = SharedIncident(newValue) }
    }
    /// One for each clock of the policy, in its order.
    package var verdicts: [JudgedClock]
    package var postMortem: PostMortemDuty
    private(set) var shared: SharedIncident

    package init(incident: consuming Incident, verdicts: [JudgedClock], postMortem: PostMortemDuty) {
        self.init(shared: SharedIncident(incident), verdicts: verdicts, postMortem: postMortem)
    }

    init(shared: SharedIncident, verdicts: [JudgedClock], postMortem: PostMortemDuty) {
        self.shared = shared
        self.verdicts = verdicts
        self.postMortem = postMortem
    }

    package func verdict(of clock: String) -> Verdict? { verdicts.first { $0.clock == clock }?.verdict }
}

/// A clock's verdict over one incident.
package struct JudgedClock: Sendable, Equatable {
    /// ``Clock/id``.
    package var clock: String
    /// `nil` where the severity has no such promise.
    package var limit: Duration?
    package var verdict: Verdict

    package init(clock: String, limit: Duration?, verdict: Verdict) {
        self.clock = clock
        self.limit = limit
        self.verdict = verdict
    }
}

/// Whether a post-mortem is owed, and why.
package enum PostMortemDuty: Sendable, Equatable {
    /// The policy asks for one at this severity; `due` is `nil` until the milestone that it counts from has come.
    case mandatory(due: Instant?)
    /// The export asks for one.
    case requested(due: Instant?)
    /// Held or published.
    case done(Instant)
    case notRequired

    /// Mandatory or requested, and not done.
    package var isOwed: Bool {
        switch self {
        case .mandatory, .requested: true
        case .done, .notRequired: false
        }
    }

    package var due: Instant? {
        switch self {
        case .mandatory(let due), .requested(let due): due
        case .done, .notRequired: nil
        }
    }
}
