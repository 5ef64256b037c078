package import Diagnostics

/// A status word that an incident took at a moment: what pauses of clocks are read from.
package struct StatusChange: Sendable, Equatable {
    package var instant: Instant
    /// The export's own word: `On Hold`.
    package var word: String
    package var origin: Origin

    package init(instant: Instant, word: String, origin: Origin) {
        self.instant = instant
        self.word = word
        self.origin = origin
    }
}
