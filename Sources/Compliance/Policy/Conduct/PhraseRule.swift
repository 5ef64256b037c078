package import Diagnostics

/// Phrases of which a running text must contain one at word ends, and exceptions of which it must contain none.
package struct PhraseRule: Sendable, Equatable {
    package var phrases: [Phrase]
    package var unless: [Phrase]

    package init(_ phrases: [String] = [], unless: [String] = []) {
        self.phrases = phrases.map { Phrase($0) }
        self.unless = unless.map { Phrase($0) }
    }

    /// The first phrase that the text contains; `nil` where an exception stands in it too.
    package func phrase(in text: String) -> Phrase? {
        guard let found = phrases.first(where: { $0.isFound(in: text) }) else { return nil }
        return unless.contains { $0.isFound(in: text) } ? nil : found
    }
}
