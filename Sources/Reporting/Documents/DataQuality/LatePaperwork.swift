import Diagnostics
import IncidentModel
import Typesetting

/// An incident that was closed long after it was resolved: its figures were made while its record could still change.
struct LatePaperwork: Sendable, Equatable {
    var incident: String
    /// From the resolution to the closure, in seconds.
    var lag: Int
    var origin: Origin

    /// `nil` where it was closed soon enough, or one of the stamps is missing.
    init?(_ incident: Incident, beyond limit: Duration) {
        guard let lag = incident.milestones.seconds(from: .resolved, to: .closed), lag > limit.wholeSeconds,
            let closed = incident.milestones[.closed]
        else { return nil }
        self.incident = incident.id
        self.lag = lag
        origin = closed.origin
    }

    func context(_ edition: Edition) -> Context {
        [
            "incident": .text(incident.folded), "lag": .text(Phrasing.duration(.seconds(lag))),
            "address": .text(edition.address(origin)),
        ]
    }
}
