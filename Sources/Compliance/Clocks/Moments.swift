import IncidentModel

/// The milestones of one incident that had come by a moment, as bare microseconds: what verdicts are computed from.
///
/// A mark later than that moment has not happened yet. A hundred thousand incidents pass through here, so nothing is
/// allocated.
struct Moments {
    /// Marks that lie after the moment.
    private(set) var hasFuture = false
    /// Nothing is out of order: the marks, future ones included, stand in the order of ``Milestone``'s cases, but for
    /// ``Milestone/communicated``, which only comes after ``Milestone/detected``. Marks that do not stand so may still
    /// be in order; ``Milestones/outOfOrder`` knows.
    private(set) var isSteady = true
    /// The milestones that have come.
    private(set) var present: MilestoneSet = []
    private var instants = SIMD8<Int64>(repeating: 0)

    init(_ milestones: Milestones, asOf: Instant) {
        var last = Int64.min
        let marks = milestones.marks
        // By index: a copy of a mark would count references to its origin's field.
        for index in marks.indices {
            let instant = marks[index].instant.microseconds
            let milestone = marks[index].milestone
            if milestone == .communicated {
                if instant < instants[Milestone.detected.ordinal] || instant < instants[Milestone.started.ordinal] {
                    isSteady = false
                }
            } else {
                if instant < last { isSteady = false }
                last = instant
            }
            instants[milestone.ordinal] = instant
            if instant > asOf.microseconds {
                hasFuture = true
            } else {
                present.insert(MilestoneSet(milestone))
            }
        }
    }

    subscript(_ milestone: Milestone) -> Instant? {
        present.contains(MilestoneSet(milestone)) ? Instant(microseconds: instants[milestone.ordinal]) : nil
    }

    /// Whether any of these has come.
    func hasAny(of milestones: MilestoneSet) -> Bool { !present.isDisjoint(with: milestones) }

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
