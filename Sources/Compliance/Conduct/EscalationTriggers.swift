package import Diagnostics
package import IncidentModel

/// When an incident should have escalated by itself, and whether it was escalated (specification, "Escalation
/// Triggers").
package struct EscalationTriggers: Sendable, Equatable {
    package struct Finding: Sendable, Equatable {
        package var trigger: EscalationTrigger
        /// Where in the policy file it stands.
        package var rule: Origin?
        package var state: State
    }

    package enum State: Sendable, Equatable {
        /// In the order of their moments; those without one last.
        case fired([Firing])
        /// The record could show it, and does not.
        case quiet
        case notApplicable(String)
        case cannotBeTold([String])
    }

    /// One time that a trigger should have fired.
    package struct Firing: Sendable, Equatable {
        /// `nil` where the evidence has no moment.
        package var moment: Instant?
        package var evidence: RecordedFact
        package var answer: Answer
    }

    /// Whether an escalation is on record within one interval after the moment.
    package enum Answer: Sendable, Equatable {
        case escalated(RecordedFact)
        case escalatedLate(RecordedFact, by: Duration)
        /// None so far, and the interval has not passed.
        case open(until: Instant)
        /// None, and the interval has passed.
        case notOnRecord(until: Instant)
        case cannotBeTold
    }

    /// One for each trigger.
    package let findings: [Finding]

    package func state(of trigger: EscalationTrigger) -> State? { findings.first { $0.trigger == trigger }?.state }

    package static func of(_ known: KnownIncident, by policy: Policy) -> EscalationTriggers {
        let rule = policy.conduct.escalation
        let search = EscalationSearch(known, policy)
        return EscalationTriggers(
            findings: EscalationTrigger.allCases.map { trigger in
                let state =
                    switch trigger {
                    case .silence: search.silence
                    case .customersDoubled: search.customersDoubled
                    case .strategicRequest: search.strategicRequest
                    case .dataIntegrity: search.dataIntegrity
                    }
                return Finding(trigger: trigger, rule: rule.origins[trigger], state: state)
            })
    }
}
