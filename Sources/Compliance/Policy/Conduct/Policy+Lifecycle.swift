package import Diagnostics
package import IncidentModel

extension Policy {
    /// Who owns which phase, and what is checked (specification, "Incident Lifecycle", "Phase 5: Resolution & Recovery").
    package struct LifecycleRule: Sendable, Equatable {
        /// The teams that own a phase.
        package var owners: [LifecycleState: [String]] = [:]
        /// What is checked once the incident is mitigated, and once it is resolved; in the order of the file.
        package var checks: [CheckRule] = []

        package init() {}
    }

    /// One line of a checklist.
    package struct CheckRule: Sendable, Equatable {
        package var id: String
        package var title: String
        /// The milestone that asks for it: mitigated or resolved.
        package var on: Milestone
        package var severities: Set<Severity>
        package var proof: CheckProof
        /// How a text says that it is done.
        package var recordedAs: PhraseRule
        /// Where in the policy file it stands.
        package var origin: Origin

        package init(
            id: String, title: String, on: Milestone, severities: Set<Severity>, proof: CheckProof,
            recordedAs: PhraseRule, origin: Origin
        ) {
            self.id = id
            self.title = title
            self.on = on
            self.severities = severities
            self.proof = proof
            self.recordedAs = recordedAs
            self.origin = origin
        }
    }
}

/// What proves a line of a checklist, beside a text that says so.
package enum CheckProof: String, Sendable, CaseIterable {
    /// Only a text.
    case text
    /// Every message that the policy asks for in the state that the milestone leads to.
    case messages
    /// A timeline and actions on record.
    case documentation
    /// A post-mortem that was held, or an action for it with a due date.
    case postMortem = "post-mortem"
    /// Contact with the customers afterwards, or an action for it.
    case followUp = "follow-up"
}
