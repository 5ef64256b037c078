import Diagnostics
import IncidentModel

/// The records that tell of one incident.
struct IncidentGroup {
    /// A record, and how it came to the others.
    struct Teller {
        var record: ImportedIncident
        /// The place of its input, and of the record in that input's list.
        var export: Int
        var place: Int
        /// `nil` for the record that was met first, and for others of its system and id.
        var reason: String?
        /// Whether it is a fragment that stands in an earlier group, too, and is counted there.
        var isEcho = false
    }

    /// In the order of reading; never empty.
    var tellers: [Teller]
    /// Log entries, comments and the like, in the order of reading.
    var fragments: [Teller] = []

    /// The record, where there is nothing to put together.
    var only: ImportedIncident? { tellers.count == 1 && fragments.isEmpty ? tellers[0].record : nil }
}
