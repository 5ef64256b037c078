import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What was done after the earlier incidents, and did not keep this one from coming.
extension PostMortem {
    /// An action item of an earlier incident that was closed before this one, for certain or perhaps.
    struct ClosedAction {
        var incident: String
        var action: ActionItem
        var closing: ActionClosing
        var efficacy: ActionEfficacy
        /// From its closing to this incident, at least.
        var seconds: Int
    }

    /// Of the earlier incidents that the page names, the latest first.
    var closedActions: [ClosedAction] {
        guard case .recurs(let earlier, _, _)? = conduct.recurrence,
            let detected = incident.milestones[.detected]?.instant
        else { return [] }
        let own = Aftermath.Later(detected: detected, place: 0)
        return earlier.flatMap { one in precedents.incident(one).map { closedActions(of: $0, one, own) } ?? [] }
    }

    private func closedActions(
        of other: AssessedIncident, _ earlier: Recurrence.Earlier, _ own: Aftermath.Later
    ) -> [ClosedAction] {
        other.incident.actions.compactMap { action in
            guard let closing = precedents.history.closing(of: action, in: other.incident) else { return nil }
            let efficacy = ActionEfficacy(
                of: closing, after: .known(Aftermath.Matches(detected: earlier.detected, later: [own])),
                by: edition.policy.conduct.recurrence, asOf: edition.asOf)
            guard let seconds = efficacy.returns?.first.first?.seconds else { return nil }
            return ClosedAction(
                incident: other.incident.id, action: action, closing: closing, efficacy: efficacy, seconds: seconds)
        }
    }

    func row(_ closed: ClosedAction) -> Context {
        [
            "incident": .text(closed.incident.folded), "text": .text(closed.action.text.folded),
            "closed": .text(phrasing.closed(closed.closing)),
            "after": .text(phrasing.after(closed.seconds, of: closed.efficacy, closed.closing)),
            "isSure": .flag(closed.efficacy.isSure), "address": .text(edition.address(closed.action.origin)),
        ]
    }

    /// The same as data.
    var closedSinceEarlierJSON: JSONDocument {
        .array(
            closedActions.map { closed in
                [
                    "certain": .bool(closed.efficacy.isSure), "closedAfter": .instant(closed.closing.earliest),
                    "closedBy": .instant(closed.closing.latest), "incident": .string(closed.incident),
                    "origin": edition.originJSON(closed.action.origin), "secondsAfter": .integer(closed.seconds),
                    "text": .string(closed.action.text),
                ]
            })
    }
}
