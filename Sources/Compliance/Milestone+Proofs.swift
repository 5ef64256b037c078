import IncidentModel

extension Milestone {
    /// Milestones that show, by being on record, that this one must have come, whenever that was.
    ///
    /// A fix may come before anybody outside is told, so ``mitigated`` proves no communication. A post-mortem may be
    /// held before the paperwork is done, and an incident closed without one.
    var proofs: MilestoneSet {
        switch self {
        case .started: [.detected, .triaged, .communicated, .mitigated, .resolved, .closed, .reviewed]
        case .detected: [.triaged, .communicated, .mitigated, .resolved, .closed, .reviewed]
        case .triaged: [.communicated, .mitigated, .resolved, .closed, .reviewed]
        case .communicated, .mitigated: [.resolved, .closed, .reviewed]
        case .resolved: [.closed, .reviewed]
        case .closed, .reviewed: []
        }
    }

    /// Whether an export's word that the incident is over shows that this milestone must have come.
    var isProvenByStatus: Bool { self != .reviewed }
}
