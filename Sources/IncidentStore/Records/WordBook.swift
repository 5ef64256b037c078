internal import Synchronization

/// The words that many records repeat, such as the paths of fields and the names of systems, by number: a record keeps the
/// number, and every record that is read back shares one text.
///
/// Hostile exports can have any number of field names: from ``limit`` on, words are written out.
package final class WordBook: Sendable {
    private struct Pages {
        var words: [String]
        var numbers: [String: Int]
    }

    private let pages: Mutex<Pages>
    static let limit = 50_000
    /// Longer texts are no words.
    private static let longest = 100

    package init(_ words: [String] = []) {
        var numbers: [String: Int] = [:]
        for (number, word) in words.enumerated() { numbers[word] = number }
        pages = Mutex(Pages(words: words, numbers: numbers))
    }

    package var words: [String] { pages.withLock { $0.words } }

    /// The number of a word; `nil` where it is to be written out.
    func number(of word: String) -> Int? {
        pages.withLock { pages in
            if let known = pages.numbers[word] { return known }
            guard pages.words.count < Self.limit, word.utf8.count <= Self.longest else { return nil }
            pages.numbers[word] = pages.words.count
            pages.words.append(word)
            return pages.words.count - 1
        }
    }
}
