/// What a run of periods needs of an incident that was resolved: no more will come of its promise to be resolved in time.
package struct SettledIncident: Sendable, Equatable {
    package enum Outcome: Int64, Sendable {
        /// Neither kept nor broken: the promise does not apply, or cannot be proven.
        case other = 0
        case met = 1
        case breached = 2
    }

    package var detected: Instant?
    package var resolved: Instant
    package var severity: Severity
    package var outcome: Outcome

    package init(detected: Instant?, resolved: Instant, severity: Severity, outcome: Outcome) {
        self.detected = detected
        self.resolved = resolved
        self.severity = severity
        self.outcome = outcome
    }
}
