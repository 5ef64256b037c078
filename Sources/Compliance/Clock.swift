package import Diagnostics
package import IncidentModel

/// A promise with a limit: from one milestone to another, so long for each severity (definitions, "Clocks").
package struct Clock: Sendable, Equatable {
    /// The name that scripts use: `triage`.
    package var id: String
    /// The words that pages use: "Detected to triaged".
    package var title: String
    package var start: Milestone
    package var stop: Milestone
    /// Whole seconds; a severity without an entry has no such promise.
    package var limits: [Severity: Duration]
    /// Where in the policy file it stands.
    package var origin: Origin

    package init(
        id: String, title: String, start: Milestone, stop: Milestone, limits: [Severity: Duration], origin: Origin
    ) {
        self.id = id
        self.title = title
        self.start = start
        self.stop = stop
        self.limits = limits
        self.origin = origin
    }
}
