/// Which incidents the figures of a period can be about: those of the period and of the one before it, and those that were
/// open at its end.
package struct PeriodReach: Sendable, Equatable {
    /// The beginning of the period before, or the report moment where that is sooner.
    package let start: Instant
    /// Where the period ends.
    package let end: Instant
    /// The report moment: a mark later than that has not happened yet.
    package let asOf: Instant

    package init(from start: Instant, to end: Instant, asOf: Instant) {
        self.start = min(start, asOf)
        self.end = end
        self.asOf = asOf
    }

    /// Whether an incident matters. One of which no detection is known may have begun at any time.
    package func holds(detected: Instant?, resolved: Instant?) -> Bool {
        let detected = detected.flatMap { $0 <= asOf ? $0 : nil }
        let resolved = resolved.flatMap { $0 <= asOf ? $0 : nil }
        if let detected, start <= detected, detected < end { return true }
        if let resolved, start <= resolved, resolved < end { return true }
        return detected.map { $0 < end } ?? true && resolved.map { $0 >= start } ?? true
    }
}
