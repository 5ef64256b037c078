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
            "action": .string(action.text), "completedAt": Self.instant(action.completed), "dueAt": Self.instant(dueAt),
            "dueBy": due,
            "owner": Self.text(action.owner), "status": Self.text(action.statusWord),
        ])
    }

    private func json(_ item: PostIncidentDuties.Item) -> JSONDocument {
        .known([
            "action": .string(edition.words(of: item.duty)), "duty": .string(item.duty.rawValue),
            "dueBy": Self.instant(item.state.due), "owner": Self.text(edition.policy.teams(owing: item.duty)),
            "status": .string(item.state.kind == .overdue ? "overdue" : "pending"),
        ])
    }
}
