import Diagnostics
import IncidentModel
import Typesetting

/// "Action items" of one incident, its own duties included.
extension PostMortem {
    var actions: [Context] {
        ListedAction.all(of: assessed, edition: edition).map { $0.context(edition) }
    }
}
