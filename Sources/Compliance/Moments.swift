import IncidentModel

/// The milestones of one incident that had come by a moment, as bare microseconds: what verdicts are computed from.
///
/// A mark later than that moment has not happened yet. A hundred thousand incidents pass through here, so nothing is
/// allocated.
struct Moments {
    /// Marks that lie after the moment.
    private(set) var hasFuture = false
    /// Marks stand in the order of ``Milestone``'s cases.
    private(set) var isSteady = true
    private var instants = SIMD8<Int64>(repeating: absent)

    private static let absent = Int64.max

    init(_ milestones: Milestones, asOf: Instant) {
        var last = Int64.min
        for mark in milestones.marks {
            let instant = mark.instant.microseconds
            if instant < last { isSteady = false }
            last = instant
            if mark.instant > asOf {
                hasFuture = true
            } else {
                instants[mark.milestone.ordinal] = instant
            }
        }
    }

    subscript(_ milestone: Milestone) -> Instant? {
        let instant = instants[milestone.ordinal]
        return instant == Self.absent ? nil : Instant(microseconds: instant)
    }

    /// Whether any of these has come.
    func hasAny(of milestones: [Milestone]) -> Bool {
        milestones.contains { instants[$0.ordinal] != Self.absent }
    }

    /// Whole seconds from one milestone to another, or why there are none.
    func gap(from start: Milestone, to stop: Milestone) -> Gap {
        guard let begin = self[start] else { return .noStart }
        guard let end = self[stop] else { return .noStop }
        return end < begin ? .outOfOrder : .seconds(end.wholeSeconds(since: begin))
    }

    enum Gap {
        case seconds(Int)
        /// The start is absent; the stop may be too.
        case noStart
        case noStop
        case outOfOrder
    }
}

extension Milestone {
    /// The place among the cases, from 0.
    var ordinal: Int {
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

    /// Milestones that show, by being on record, that this one must have come, whenever that was.
    ///
    /// A fix may come before anybody outside is told, so ``mitigated`` proves no communication. A post-mortem may be
    /// held before the paperwork is done, and an incident closed without one.
    var proofs: [Milestone] {
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
