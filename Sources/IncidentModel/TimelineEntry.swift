package import Diagnostics

/// Something that was written down while the incident went on.
package struct TimelineEntry: Sendable, Equatable {
    package var instant: Instant
    package var text: String
    package var actor: String?
    /// The system that recorded it: `servicenow-xml`.
    package var system: String
    package var kind: Kind
    package var origin: Origin

    package enum Kind: String, Sendable {
        case event, note, comment, communication, severity
    }

    package init(
        instant: Instant, text: String, actor: String?, system: String, kind: Kind = .event, origin: Origin
    ) {
        self.instant = instant
        self.text = text
        self.actor = actor
        self.system = system
        self.kind = kind
        self.origin = origin
    }
}
