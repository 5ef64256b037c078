package import Diagnostics

/// What a service catalogue says about a service.
package struct ServiceProfile: Sendable, Equatable {
    package var name: String
    /// The catalogue's own word: `critical`, `tier 1`.
    package var criticality: Sourced<String>?
    package var owner: String?
    /// How it was doing, in the catalogue's own word.
    package var health: String?
    package var origin: Origin

    package init(
        name: String, criticality: Sourced<String>? = nil, owner: String? = nil, health: String? = nil, origin: Origin
    ) {
        self.name = name
        self.criticality = criticality
        self.owner = owner
        self.health = health
        self.origin = origin
    }
}
