package import Diagnostics
package import IncidentModel

/// A window whose incidents are out of some clocks' reach, such as announced maintenance.
package struct Exclusion: Sendable, Equatable {
    /// Half-open: an incident detected at its end is not in it.
    package var from: Instant
    package var to: Instant
    /// As pages give it: "announced maintenance of the database".
    package var reason: String
    /// ``Clock/id``.
    package var clocks: Set<String>
    package var origin: Origin

    package init(from: Instant, to: Instant, reason: String, clocks: Set<String>, origin: Origin) {
        self.from = from
        self.to = to
        self.reason = reason
        self.clocks = clocks
        self.origin = origin
    }

    func contains(_ instant: Instant) -> Bool { from <= instant && instant < to }
}
