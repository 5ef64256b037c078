import Compliance
import IncidentModel
import Typesetting

/// What an incident owes by the policy.
extension ListedAction {
    /// The items of an incident in the export's order, then everything that is owed; and how many duties to customers are
    /// left out because the incident was resolved longer ago than mails are brought up for.
    static func listed(
        of assessed: AssessedIncident, edition: Edition, recurrence: Recurrence?
    ) -> (items: [ListedAction], past: Int) {
        let edition = edition.judging(assessed)
        let conduct = IncidentConduct(
            assessed, policy: edition.policy, recurrence: recurrence, asOf: edition.asOf, usage: edition.usage)
        let actions = actions(of: assessed, edition)
        var items = actions
        var past = 0
        let review = postMortem(assessed, edition)
        if let review, !review.isTold(by: actions) { items.append(review) }
        for item in conduct.duties.owed where item.duty != .postMortem || review == nil {
            if item.duty.isToCustomers, edition.isTooLateForCustomers(assessed.incident) {
                past += 1
            } else {
                let duty = duty(item, assessed, edition)
                if !duty.isTold(by: actions) { items.append(duty) }
            }
        }
        return (items, past)
    }

    /// "Hold the post-mortem", while one is owed.
    static func postMortem(_ assessed: AssessedIncident, _ edition: Edition) -> ListedAction? {
        guard assessed.postMortem.isOwed else { return nil }
        let due = assessed.postMortem.due
        let clock = edition.policy.postMortemClock
        let from = clock?.start.words ?? "resolved"
        let limit = assessed.verdicts.first { $0.clock == clock?.id }?.limit
        let waiting =
            limit.map { edition.phrases("action.due.limit", ["limit": Phrasing.limit($0), "from": from]) }
            ?? edition.phrases("action.due.noLimit", ["from": from])
        return duty(
            .postMortem, due: due, dueWords: due.map(edition.phrasing.minute) ?? waiting, assessed, edition)
    }

    private static func duty(
        _ item: PostIncidentDuties.Item, _ assessed: AssessedIncident, _ edition: Edition
    ) -> ListedAction {
        let due = item.state.due ?? item.due
        return duty(
            item.duty, due: due, dueWords: due.map(edition.phrasing.minute) ?? edition.phrases("action.due.never"),
            assessed, edition)
    }

    private static func duty(
        _ duty: PostIncidentDuty, due: Instant?, dueWords: String, _ assessed: AssessedIncident, _ edition: Edition
    ) -> ListedAction {
        var identities = ActionIdentities()
        let text = edition.words(of: duty)
        return ListedAction(
            assessed, edition, id: identities.next(text, isDuty: true), text: text,
            owner: edition.policy.teams(owing: duty), due: due, dueWords: dueWords, statusWord: nil, state: .open,
            kind: .duty, origin: assessed.incident.origin)
    }
}

extension PostIncidentDuty {
    /// Something that a customer hears: after some days it is too late to bring it up.
    fileprivate var isToCustomers: Bool {
        switch self {
        case .resolutionMail, .csmCall, .remediationOffer, .executiveApology: true
        case .postMortem, .preventionActions, .databaseEntry, .runbookUpdate: false
        }
    }
}
