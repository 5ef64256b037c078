package import Diagnostics

/// A change of the running system shortly before or during an incident.
package struct Deployment: Sendable, Equatable {
    package var instant: Instant
    package var service: String?
    package var version: String?
    package var actor: String?
    package var origin: Origin

    package init(instant: Instant, service: String?, version: String?, actor: String?, origin: Origin) {
        self.instant = instant
        self.service = service
        self.version = version
        self.actor = actor
        self.origin = origin
    }
}
