package import IncidentModel

/// One record of an export as it was believed, with what is needed to join others to it: the figures' part of it, without
/// the texts that only pages need.
package struct KeptRecord: Sendable {
    package enum Role: UInt8, Sendable, CaseIterable {
        case incident = 0
        /// A record of one moment: several tell of one incident, and none replaces another.
        case message = 1
        /// A part of an incident that another record introduces.
        case fragment = 2
    }

    package var incident: SharedIncident
    package var role: Role
    /// Milestones that journals of the incident may stand for.
    package var inferable: Set<Milestone>
    package var aliases: [Reference]
    package var references: [Reference]
    /// The purge that took its texts and names.
    package var purge: Int64?

    package init(
        _ incident: SharedIncident, role: Role, inferable: Set<Milestone> = [], aliases: [Reference] = [],
        references: [Reference] = []
    ) {
        self.incident = incident
        self.role = role
        self.inferable = inferable
        self.aliases = aliases
        self.references = references
    }
}

/// An account, a deployment or a service of an export: it tells of no incident, and completes those that name it.
package enum KeptContext: Sendable, Equatable {
    case account(Account, incidents: [String])
    case deployment(Deployment)
    case service(ServiceProfile)
}
