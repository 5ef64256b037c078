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
}
