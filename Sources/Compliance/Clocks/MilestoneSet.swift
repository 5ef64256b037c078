import IncidentModel

/// Some of the milestones, a bit for each.
struct MilestoneSet: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ milestone: Milestone) { rawValue = 1 << UInt8(milestone.ordinal) }

    static let detected = MilestoneSet(.detected)
    static let triaged = MilestoneSet(.triaged)
    static let communicated = MilestoneSet(.communicated)
    static let mitigated = MilestoneSet(.mitigated)
    static let resolved = MilestoneSet(.resolved)
    static let closed = MilestoneSet(.closed)
    static let reviewed = MilestoneSet(.reviewed)
}

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

extension Severity {
    /// The place among the cases, from 0: gravest first.
    var ordinal: Int {
        switch self {
        case .sev1: 0
        case .sev2: 1
        case .sev3: 2
        case .sev4: 3
        }
    }
}
