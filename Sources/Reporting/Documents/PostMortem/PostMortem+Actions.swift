import Diagnostics
import IncidentModel
import Typesetting

/// "Action items" of one incident, its own duties included: a table that people edit, whose rows keep their ids.
extension PostMortem {
    var actions: [Context] {
        listedActions.map { action in
            guard case .group(var members) = action.context(edition) else { return .absent }
            members["id"] = .text(action.id)
            members["isDone"] = .flag(action.state != .open)
            members["hasOwner"] = .flag(action.owner != nil)
            members["remark"] = .text(remark(action))
            return .group(members)
        }
    }

    /// What stands below the table, so that its cells hold nothing but what people edit.
    private func remark(_ action: ListedAction) -> String {
        if action.isDuty { return phrasing.phrases("action.duty") }
        return phrasing.phrases("action.word", ["word": action.statusWord ?? action.state.rawValue])
    }

    var listedActions: [ListedAction] { ListedAction.all(of: assessed, edition: edition) }
}
