package import Diagnostics

/// One record of an export that tells of an incident.
package struct IncidentRecord: Sendable, Hashable {
    /// The family of the system that wrote it: `servicenow`.
    package var system: String
    package var kind: SystemKind
    /// Its own id of the incident.
    package var id: String
    /// Where the record begins.
    package var origin: Origin

    package init(system: String, kind: SystemKind, id: String, origin: Origin) {
        self.system = system
        self.kind = kind
        self.id = id
        self.origin = origin
    }
}
