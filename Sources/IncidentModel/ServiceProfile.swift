package import Diagnostics

/// What a service catalogue says about the affected service (specification, `product.get_feature_status`,
/// `engineering.get_service_health`).
package struct ServiceProfile: Sendable, Equatable {
    package var name: String
    /// The catalogue's own word: `critical`, `tier 1`.
    package var criticality: Sourced<String>?
    package var owner: String?
    /// The catalogue's own word at the time of the export: `degraded`.
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
