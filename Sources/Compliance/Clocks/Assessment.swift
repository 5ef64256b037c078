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
    /// The place of the policy that judged it in the run's ``PolicyBook``.
    package var policy: Int
    private(set) var shared: SharedIncident

    /// The incident without a copy of it, to be judged again.
    package var sharedIncident: SharedIncident { shared }

    package init(incident: consuming Incident, verdicts: [JudgedClock], postMortem: PostMortemDuty, policy: Int = 0) {
        self.init(shared: SharedIncident(incident), verdicts: verdicts, postMortem: postMortem, policy: policy)
    }

    init(shared: SharedIncident, verdicts: [JudgedClock], postMortem: PostMortemDuty, policy: Int = 0) {
        self.policy = policy
        self.shared = shared
        self.verdicts = verdicts
        self.postMortem = postMortem
    }

    package func verdict(of clock: String) -> Verdict? { verdicts.first { $0.clock == clock }?.verdict }
}
