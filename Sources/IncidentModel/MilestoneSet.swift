/// Some of the milestones, a bit for each.
package struct MilestoneSet: OptionSet, Sendable {
    package let rawValue: UInt8

    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable package init(_ milestone: Milestone) { self.init(rawValue: 1 << UInt8(milestone.ordinal)) }

    package static let all = MilestoneSet(rawValue: .max)
    package static let detected = MilestoneSet(.detected)
    package static let triaged = MilestoneSet(.triaged)
    package static let communicated = MilestoneSet(.communicated)
    package static let mitigated = MilestoneSet(.mitigated)
    package static let resolved = MilestoneSet(.resolved)
    package static let closed = MilestoneSet(.closed)
    package static let reviewed = MilestoneSet(.reviewed)
}

extension Milestone {
    /// The place among the cases, from 0.
    @inlinable package var ordinal: Int {
        switch self {
        case .started: 0
        case .detected: 1
        case .triaged: 2
        case .communicated: 3
        case .mitigated: 4
        case .resolved: 5
        case .closed: 6
        case .reviewed: 7
        }
    }
}
