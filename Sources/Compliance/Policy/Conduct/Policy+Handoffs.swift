package import Diagnostics
package import IncidentModel

extension Policy {
    /// Whom an incident hands over to, and when (specification, "Integration Points").
    package struct HandoffRule: Sendable, Equatable {
        package var name: String
        package var team: String
        /// What is triggered: `ticket_prioritizer`.
        package var skills: [String]
        package var on: HandoffMoment
        /// Only at these severities.
        package var severities: Set<Severity>
        /// Only where a strategic account is affected.
        package var isForStrategicAccounts: Bool
        /// The facts that go with it, by their paths.
        package var payload: [FactPath]
        /// Fixed words that go with it, by name: `tone`.
        package var with: [FixedPart]
        /// Where in the policy file it stands.
        package var origin: Origin

        package init(
            name: String, team: String, skills: [String], on: HandoffMoment, severities: Set<Severity>,
            isForStrategicAccounts: Bool, payload: [FactPath], with: [FixedPart], origin: Origin
        ) {
            self.name = name
            self.team = team
            self.skills = skills
            self.on = on
            self.severities = severities
            self.isForStrategicAccounts = isForStrategicAccounts
            self.payload = payload
            self.with = with
            self.origin = origin
        }
    }

    package struct FixedPart: Sendable, Equatable {
        package var name: String
        package var words: [String]

        package init(name: String, words: [String]) {
            self.name = name
            self.words = words
        }
    }
}

/// What a handoff waits for.
package enum HandoffMoment: Sendable, Equatable {
    case milestone(Milestone)
    /// Every message that the policy asks for.
    case statusUpdate

    package var rawValue: String {
        switch self {
        case .milestone(let milestone): milestone.rawValue
        case .statusUpdate: "status-update"
        }
    }
}
