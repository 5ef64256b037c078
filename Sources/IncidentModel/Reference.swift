package import Diagnostics

/// Another name of an incident, or the name of another incident that belongs to it.
package struct Reference: Sendable, Hashable {
    /// Whose name it is: the family of a system (`pagerduty`), ``url``, ``alertKey``, or the export's own word for it.
    package var system: String
    package var id: String
    package var relation: Relation
    package var origin: Origin

    package enum Relation: String, Sendable {
        /// The same incident in another system.
        case same
        /// The incident that this one is a part of.
        case parent
        /// The incident that this one repeats.
        case duplicate
    }

    /// The `system` of an address under which an incident can be opened.
    package static let url = "url"
    /// The `system` of what monitoring calls the alert: an alias, a fingerprint, a deduplication key.
    package static let alertKey = "alert-key"

    package init(system: String, id: String, relation: Relation = .same, origin: Origin) {
        self.system = system
        self.id = id
        self.relation = relation
        self.origin = origin
    }
}
