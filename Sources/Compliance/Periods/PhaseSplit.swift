package import IncidentModel

/// Where the time of a severity's incidents went between detection and resolution: four phases, from one milestone to
/// the next.
package struct PhaseSplit: Sendable, Equatable {
    package var severity: Severity
    /// Incidents of the cohort.
    package var cohort: Int
    /// Those that have all five milestones in this order: shares of time are over them alone.
    package var whole: Int
    /// Those that lack a milestone.
    package var incomplete: Int
    /// Those that have all five, but not in this order: told before triage, or fixed before anybody was told.
    package var disordered: Int
    /// One for each of ``milestones`` but the last, in their order.
    package var phases: [Phase]

    /// From one milestone to the next.
    package struct Phase: Sendable, Equatable {
        package var start: Milestone
        package var stop: Milestone
        /// Seconds of all whole incidents together.
        package var seconds: Int
        /// Of the time of all whole incidents, between 0 and 1; `nil` where there is none.
        package var share: Double?
        /// Over every incident of the cohort that has both milestones in order; `nil` without any.
        package var spread: Spread?
    }

    package static let milestones: [Milestone] = [.detected, .triaged, .communicated, .mitigated, .resolved]

    static let stretches = zip(milestones, milestones.dropFirst()).map { ($0, $1) }
}

/// What the phases of one severity are counted into.
struct PhaseTally {
    private var samples = PhaseSplit.stretches.map { _ in DurationSample() }
    private var seconds = PhaseSplit.stretches.map { _ in 0 }
    private var cohort = 0
    private var whole = 0
    private var incomplete = 0

    mutating func count(_ moments: Moments) {
        cohort += 1
        var gaps: [Int] = []
        for (place, stretch) in PhaseSplit.stretches.enumerated() {
            let gap = moments.gap(from: stretch.0, to: stretch.1)
            samples[place].add(gap)
            if case .seconds(let seconds) = gap { gaps.append(seconds) }
        }
        if gaps.count == seconds.count {
            whole += 1
            for place in gaps.indices { seconds[place] &+= gaps[place] }
        } else if PhaseSplit.milestones.contains(where: { moments[$0] == nil }) {
            incomplete += 1
        }
    }

    mutating func split(_ severity: Severity, rule: Policy.StatisticsRule) -> PhaseSplit {
        let all = seconds.reduce(0, &+)
        for place in samples.indices { samples[place].sort() }
        return PhaseSplit(
            severity: severity, cohort: cohort, whole: whole, incomplete: incomplete,
            disordered: cohort - whole - incomplete,
            phases: PhaseSplit.stretches.enumerated().map { place, stretch in
                PhaseSplit.Phase(
                    start: stretch.0, stop: stretch.1, seconds: seconds[place],
                    share: all > 0 ? Double(seconds[place]) / Double(all) : nil,
                    spread: Spread(sorted: samples[place].seconds, rule: rule))
            })
    }
}
