package import Diagnostics
package import IncidentModel

/// A promise that was not kept.
package struct Breach: Sendable, Equatable {
    package var incident: Incident {
        _read { yield shared.value }
        set { shared = SharedIncident(newValue) }
    }
    package var severity: Severity
    package var clock: String
    package var limit: Duration
    package var elapsed: Duration
    package var by: Duration
    /// Of what stopped the clock; of what started it for one that still runs.
    package var origin: Origin?
    /// What the incident's records say about how it came to it.
    package var reason: Reason?
    private var shared: SharedIncident

    package init(
        incident: Incident, severity: Severity, clock: String, limit: Duration, elapsed: Duration, by: Duration,
        origin: Origin?
    ) {
        self.init(
            shared: SharedIncident(incident), severity: severity, clock: clock, limit: limit, elapsed: elapsed, by: by,
            origin: origin)
    }

    init(
        shared: SharedIncident, severity: Severity, clock: String, limit: Duration, elapsed: Duration, by: Duration,
        origin: Origin?
    ) {
        self.shared = shared
        self.severity = severity
        self.clock = clock
        self.limit = limit
        self.elapsed = elapsed
        self.by = by
        self.origin = origin
    }

    /// How it came to a broken promise: facts of the records, no cause.
    package struct Reason: Sendable, Equatable {
        /// The clock of the incident that ran out first, and when (``Clock/id``).
        package var firstSlip: String
        package var slippedAt: Instant
        /// The longest stretch between two milestones on record, from detection to resolution; `nil` where there are
        /// not two.
        package var longest: Stretch?
        /// Seconds of all such stretches together.
        package var whole: Int

        package init(firstSlip: String, slippedAt: Instant, longest: Stretch?, whole: Int) {
            self.firstSlip = firstSlip
            self.slippedAt = slippedAt
            self.longest = longest
            self.whole = whole
        }
    }

    package struct Stretch: Sendable, Equatable {
        package var start: Milestone
        package var stop: Milestone
        package var seconds: Int

        package init(start: Milestone, stop: Milestone, seconds: Int) {
            self.start = start
            self.stop = stop
            self.seconds = seconds
        }
    }
}

extension Breach.Stretch {
    /// Between neighbours in time of the milestones from detection to resolution.
    static func all(in moments: Moments) -> [Breach.Stretch] {
        guard let detected = moments[.detected] else { return [] }
        let end = moments[.resolved] ?? Instant(microseconds: .max)
        let marks = PhaseSplit.milestones.compactMap { milestone in
            moments[milestone].map { (milestone: milestone, instant: $0) }
        }.filter { $0.instant >= detected && $0.instant <= end }
            .enumerated().sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }.map(\.element)
        return zip(marks, marks.dropFirst()).map { left, right in
            Breach.Stretch(
                start: left.milestone, stop: right.milestone,
                seconds: right.instant.wholeSeconds(since: left.instant))
        }
    }
}
