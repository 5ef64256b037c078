/// What the words of a source of detection say about who noticed: a table in the policy file.
package struct NoticeWords: Sendable, Equatable {
    /// In a source that has words of both, people count.
    package enum Noticer: String, Sendable, CaseIterable { case people, machines }

    /// By phrase, plain and between two spaces.
    private var phrases: [String: Noticer] = [:]

    package init(_ words: [String: Noticer]) {
        for (word, noticer) in words {
            let phrase = Self.plain(word)
            if !phrase.isEmpty, phrases[" \(phrase) "] != .people { phrases[" \(phrase) "] = noticer }
        }
    }

    /// `nil` for a source without any of the words; they count as whole words only.
    package func noticer(in source: String) -> Noticer? {
        let text = " \(Self.plain(source)) "
        let found = phrases.filter { text.contains($0.key) }.values
        return found.contains(.people) ? .people : found.first
    }

    /// Runs of letters and digits in lower case, one space between them; empty for a text without any.
    static func plain(_ text: String) -> String {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }
}
