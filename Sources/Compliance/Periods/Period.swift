package import IncidentModel

/// Which incidents a period report is about (definitions, "Cohort").
package enum Cohort: String, Sendable, CaseIterable {
    /// Resolved in the period.
    case resolved
    /// Detected in the period; open ones that are overdue count as breached.
    case detected
}

/// A stretch of time, half-open `[start, end)`, cut in a time zone.
package struct Period: Sendable, Equatable {
    /// `2026-W06`.
    package var label: String
    package var start: Instant
    package var end: Instant
    /// IANA name.
    package var timeZone: String

    package init(label: String, start: Instant, end: Instant, timeZone: String) {
        self.label = label
        self.start = start
        self.end = end
        self.timeZone = timeZone
    }

    package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
}
