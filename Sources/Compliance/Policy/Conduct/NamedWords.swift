package import Diagnostics
import IncidentModel

/// A thing that a policy names (a role, a channel, an audience), and the words by which a record means it.
package struct NamedWords: Sendable, Equatable {
    /// The name that other keys of the policy use: `engineering-lead`.
    package var id: String
    /// As pages write it.
    package var title: String
    /// Plain, in the order of the file (``NoticeWords/plain(_:)``).
    package var words: [String]
    /// Where in the policy file it stands.
    package var origin: Origin

    package init(id: String, title: String, words: [String], origin: Origin) {
        self.id = id
        self.title = title
        self.words = words.map { NoticeWords.plain($0) }.filter { !$0.isEmpty }
        self.origin = origin
    }

    /// The first of the words that stands in a name, as whole words: `email` in `email_and_slack`.
    package func word(in name: String) -> String? { word(in: PlainName(name)) }

    func word(in name: PlainName) -> String? { words.first { name.contains($0) } }

    /// Whether a name is one of the words as a whole: `customers`, and not `strategic customers`.
    func isWhole(_ name: PlainName) -> Bool { words.contains { name.isWhole($0) } }

    /// The first of the words that stands in a running text, at word ends.
    func word(inText text: String) -> String? { words.first { Phrase($0).isFound(in: text) } }
}

/// A name of an export (a role, a team, a channel) in lower case, with one space around every word: made once, compared
/// with many words.
struct PlainName {
    private let text: [UInt8]
    private let words: Set<Substring>

    init(_ name: String) {
        let plain = NoticeWords.plain(name)
        text = Array(" \(plain) ".utf8)
        words = Set(plain.split(separator: " "))
    }

    /// Whether it is a plain word, or several in a row, and nothing else.
    func isWhole(_ word: String) -> Bool { text.dropFirst().dropLast().elementsEqual(word.utf8) }

    /// Whether a plain word, or several in a row, stand in it.
    func contains(_ word: String) -> Bool {
        let parts = word.split(separator: " ")
        // Most words stand nowhere in a name, however long it is.
        guard parts.allSatisfy(words.contains) else { return false }
        return parts.count == 1 || holds(Array(" \(word) ".utf8))
    }

    private func holds(_ row: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            var start = 0
            while start + row.count <= text.count {
                if text[start] == row[0], text[start..<start + row.count].elementsEqual(row) { return true }
                start += 1
            }
            return false
        }
    }
}
