package import Diagnostics

/// A message that went out, or was to go out.
package struct Communication: Sendable, Equatable {
    /// `nil` where the export does not say when.
    package var instant: Instant?
    package var channel: String
    package var audience: String?
    package var body: String?
    /// The name of the text that it was made from, where the export keeps no body.
    package var template: String?
    package var nextUpdate: Instant?
    /// How many recipients the export counts.
    package var recipients: Int?
    /// The export keeps only the latest message of this kind: earlier ones may have gone out, and are not on record.
    package var isLatestOnly = false
    package var origin: Origin

    package init(
        instant: Instant?, channel: String, audience: String? = nil, body: String? = nil, template: String? = nil,
        nextUpdate: Instant? = nil, recipients: Int? = nil, origin: Origin
    ) {
        self.instant = instant
        self.channel = channel
        self.audience = audience
        self.body = body
        self.template = template
        self.nextUpdate = nextUpdate
        self.recipients = recipients
        self.origin = origin
    }

    /// What is known of its text: the body, or what it was made from.
    package var text: String? { body ?? template.map { "template \($0)" } }
}
