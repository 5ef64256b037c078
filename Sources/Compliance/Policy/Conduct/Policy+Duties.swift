package import Diagnostics
package import IncidentModel

/// What is owed after an incident (specification, "Phase 6", "Post-Incident Requirements", "Customer Follow-Up").
package enum PostIncidentDuty: String, Sendable, CaseIterable {
    case postMortem, preventionActions, databaseEntry, runbookUpdate, resolutionMail, csmCall, remediationOffer,
        executiveApology

    /// The clock of the policy that judges it, where there is one: its verdict goes before what is found here.
    package var clock: String? {
        switch self {
        case .postMortem: "post-mortem"
        case .resolutionMail: "resolution-email"
        case .csmCall: "csm-call"
        case .preventionActions, .databaseEntry, .runbookUpdate, .remediationOffer, .executiveApology: nil
        }
    }
}

extension Policy {
    /// When each post-incident duty is owed, and what shows that it is done.
    package struct DutyRules: Sendable, Equatable {
        package var rules: [PostIncidentDuty: DutyRule] = [:]
        /// How a text says that a customer asks for a post-mortem.
        package var postMortemRequest = PhraseRule()
        /// How a text says that a process has a gap.
        package var processGap = PhraseRule()

        package init() {}
    }

    package struct DutyRule: Sendable, Equatable {
        /// Owed at these severities.
        package var severities: Set<Severity>
        /// After the resolution; `nil` where the specification leaves it open.
        package var within: Duration?
        /// How a text says that it is done.
        package var recordedAs: PhraseRule
        /// Where in the policy file it stands.
        package var origin: Origin

        package init(severities: Set<Severity>, within: Duration?, recordedAs: PhraseRule, origin: Origin) {
            self.severities = severities
            self.within = within
            self.recordedAs = recordedAs
            self.origin = origin
        }
    }
}
