import Compliance
import IncidentModel

/// What is owed to customers after one incident, at the report moment, as far as a mail can speak of it.
struct FollowUpPlan {
    /// Whether a call to strategic accounts is still owed, and when it is due, if that moment lies ahead.
    let isCallOwed: Bool
    let callBy: Instant?
    let offersRemediation: Bool
    /// Who apologises, where an executive's apology is owed.
    let apologist: String?
    /// The earlier incidents that make it owed, latest first, with how many there are in all.
    let earlier: (named: [Recurrence.Earlier], count: Int)
    private let rule: Policy.StrategicMailRule

    init(_ assessed: AssessedIncident, edition: Edition, recurrence: Recurrence?) {
        let conduct = IncidentConduct(
            assessed, policy: edition.policy, recurrence: recurrence, asOf: edition.asOf, usage: edition.usage)
        let duties = conduct.duties
        let email = edition.policy.resolutionEmail
        rule = email.strategic
        let call = duties[.csmCall]
        isCallOwed = call?.isOpen ?? false
        callBy = call?.due.flatMap { $0 > edition.asOf ? $0 : nil }
        offersRemediation = email.strategic.offersRemediation && duties[.remediationOffer]?.isOpen ?? false
        if duties[.executiveApology]?.isOpen ?? false, case .recurs(let named, let same, let alike) = conduct.recurrence
        {
            apologist = email.executive
            earlier = (named, max(named.count, same + alike))
        } else {
            apologist = nil
            earlier = ([], 0)
        }
    }

    func addressee(_ account: Account, contact: String?) -> Addressee {
        var addressee = Addressee(contact: contact, account: account.name?.trimmed, apologist: apologist)
        guard account.isStrategic else { return addressee }
        let manager = rule.manager == .unnamed ? nil : account.customerSuccessManager?.trimmed
        let followUp = Addressee.FollowUp(
            manager: manager, isCallOwed: isCallOwed, callBy: isCallOwed ? callBy : nil,
            offersRemediation: offersRemediation, isSender: rule.manager == .sender && manager != nil)
        addressee.followUp = followUp.isSilent ? nil : followUp
        return addressee
    }
}

extension PostIncidentDuties.Item {
    /// Owed, and not shown to be done: where the record could not have shown it, the customer has still to hear it.
    fileprivate var isOpen: Bool {
        switch state {
        case .due, .overdue: true
        case .cannotBeTold(let missing): missing == ["timeline"] || clock != nil
        case .done, .waiting, .absent, .notApplicable: false
        }
    }
}
