import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What is to be done: the export's own items in its order, then the duties that are due, each marked with its name.
extension CoordinatorResponse {
    var nextActions: [JSONDocument] { incident.actions.map(json) + conduct.duties.owed.map(json) }

    /// `dueAt`: the moment that the words of the due date mean, once it has come.
    private func json(_ action: ActionItem) -> JSONDocument {
        let due: JSONDocument? =
            switch action.due {
            case .at(let instant): .instant(instant)
            case .when(_, let words), .words(let words): .string(words)
            case .never: .none
            }
        var dueAt: Instant?
        if case .when = action.due { dueAt = action.dueInstant(incident.milestones) }
        return .known([
            "action": .string(action.text), "dueAt": Self.instant(dueAt), "dueBy": due,
            "owner": Self.text(action.owner), "status": Self.text(action.statusWord),
        ])
    }

    private func json(_ item: PostIncidentDuties.Item) -> JSONDocument {
        .known([
            "action": .string(item.duty.words), "duty": .string(item.duty.rawValue),
            "dueBy": Self.instant(item.state.due), "owner": Self.text(owner(of: item.duty)),
            "status": .string(item.state.kind == .overdue ? "overdue" : "pending"),
        ])
    }

    /// The teams that the policy names: those of the phase, and for what is owed to strategic accounts the team that the
    /// resolution hands them over to. Nobody owns an executive's apology.
    private func owner(of duty: PostIncidentDuty) -> String? {
        let rules = edition.policy.conduct
        let owners: [String] =
            switch duty {
            case .postMortem, .preventionActions, .runbookUpdate: rules.lifecycle.owners[.postMortem] ?? []
            case .databaseEntry, .resolutionMail: rules.lifecycle.owners[.resolved] ?? []
            case .csmCall, .remediationOffer:
                rules.handoffs.filter { $0.on == .milestone(.resolved) && $0.isForStrategicAccounts }.prefix(1)
                    .map(\.team)
            case .executiveApology: []
            }
        return owners.isEmpty ? nil : Phrasing.list(owners)
    }
}

extension PostIncidentDuty {
    /// As a line of a list of things to do (specification, "Phase 6", "Post-Incident Requirements", "Customer
    /// Follow-Up").
    var words: String {
        switch self {
        case .postMortem: "Hold the post-mortem"
        case .preventionActions: "Create action items for prevention"
        case .databaseEntry: "Document it in the incident database"
        case .runbookUpdate: "Update the runbooks"
        case .resolutionMail: "Send the resolution email to all affected"
        case .csmCall: "Call every strategic account"
        case .remediationOffer: "Offer remediation of the impact"
        case .executiveApology: "Send an executive's apology"
        }
    }
}
