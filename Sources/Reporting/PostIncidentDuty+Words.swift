import Compliance
import IncidentModel
import Typesetting

extension Policy {
    /// The teams that the policy names for a duty: those of the phase, and for what is owed to strategic accounts the team
    /// that the resolution hands them over to. Nobody owns an executive's apology.
    func teams(owing duty: PostIncidentDuty) -> String? {
        let owners: [String] =
            switch duty {
            case .postMortem, .preventionActions, .runbookUpdate: conduct.lifecycle.owners[.postMortem] ?? []
            case .databaseEntry, .resolutionMail: conduct.lifecycle.owners[.resolved] ?? []
            case .csmCall, .remediationOffer:
                conduct.handoffs.filter { $0.on == .milestone(.resolved) && $0.isForStrategicAccounts }.prefix(1)
                    .map(\.team)
            case .executiveApology: []
            }
        return owners.isEmpty ? nil : Phrasing.list(owners)
    }
}

extension Edition {
    /// A duty as a line of a list of things to do (specification, "Phase 6", "Post-Incident Requirements", "Customer
    /// Follow-Up").
    func words(of duty: PostIncidentDuty) -> String { phrases("duty." + duty.rawValue) }
}
