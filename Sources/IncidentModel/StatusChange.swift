package import Diagnostics

/// The status that an export gave an incident at a moment, in the export's own word.
package struct StatusChange: Sendable, Equatable {
    package var instant: Instant
    package var word: String
    package var origin: Origin

    package init(instant: Instant, word: String, origin: Origin) {
        self.instant = instant
        self.word = word
        self.origin = origin
    }
}
