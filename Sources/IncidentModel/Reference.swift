package import Diagnostics

/// Another system's name for the same incident.
package struct Reference: Sendable, Hashable {
    package var system: String
    package var id: String
    package var origin: Origin

    package init(system: String, id: String, origin: Origin) {
        self.system = system
        self.id = id
        self.origin = origin
    }
}
