package import Diagnostics

extension Policy {
    /// When an incident escalates by itself (specification, "Escalation Triggers").
    package struct EscalationRule: Sendable, Equatable {
        /// Silence of so many update intervals.
        package var silentIntervals = 0.0
        /// So many times the customers.
        package var customersTimes = 0.0
        /// How a text says that a strategic account asks.
        package var strategicRequest = PhraseRule()
        /// How a text says that data may be lost or wrong.
        package var dataIntegrity = PhraseRule()
        /// How a text says that the incident was escalated.
        package var recordedAs = PhraseRule()
        /// How soon the escalation must follow: one update interval, or this where the severity has none.
        package var withoutInterval = Duration.zero
        /// Where in the policy file each trigger stands.
        package var origins: [EscalationTrigger: Origin] = [:]

        package init() {}
    }
}

/// What makes an incident escalate by itself (specification, "Escalation Triggers").
package enum EscalationTrigger: String, Sendable, CaseIterable {
    case silence, customersDoubled, strategicRequest, dataIntegrity
}
