/// Whose word counts where records of one incident disagree: from the policy's `trust`.
package struct TrustOrder: Sendable, Equatable {
    /// How one fact is decided.
    package enum Rule: Sendable, Equatable {
        case earliest, latest
        /// Systems or kinds of systems, the most trusted first; what is not named comes last.
        case order([String])
    }

    package var milestones: [Milestone: Rule]
    /// Whose id, title and other words name the incident.
    package var identity: [String]
    /// Whose severity judges it.
    package var severity: [String]

    package init(milestones: [Milestone: Rule], identity: [String], severity: [String]) {
        self.milestones = milestones
        self.identity = identity
        self.severity = severity
    }

    /// Definitions alone: the earliest detection, the latest resolution, and whatever was read first.
    package static let definitions = TrustOrder(
        milestones: [.detected: .earliest, .resolved: .latest], identity: [], severity: [])

    /// The place of a record's system in an order; the name of a system counts before that of its kind.
    package static func rank(_ record: IncidentRecord, in order: [String]) -> Int {
        order.firstIndex(of: record.system) ?? order.firstIndex(of: record.kind.rawValue) ?? order.count
    }
}
