package import Diagnostics

/// A catalogue of phrases as it stands in a file: `name = words with {holes}` in each line, and `#` before remarks.
struct PhraseFile: Sendable {
    struct Entry: Sendable {
        var name: String
        var phrase: Phrase
        /// `nil` in the built-in file.
        var origin: Origin?
    }

    private(set) var entries: [Entry] = []
    private(set) var diagnostics: [Diagnostic] = []

    static let ending = ".phrases"

    /// `source` is `nil` for the built-in file.
    init(_ text: String, source: SourceID?) {
        var seen: Set<String> = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            let origin = source.map { Origin(source: $0, line: UInt32(clamping: place + 1), column: 1) }
            guard let sign = line.firstIndex(of: "=") else {
                diagnostics.append(Diagnostic(.phraseLine, "a line without “=”", at: origin))
                continue
            }
            let name = String(line[..<sign].trimmed)
            guard let phrase = Phrase(line[line.index(after: sign)...].trimmed) else {
                diagnostics.append(
                    Diagnostic(.phraseLine, "the braces of the phrase “\(name)” do not fit together", at: origin))
                continue
            }
            guard seen.insert(name).inserted else {
                diagnostics.append(Diagnostic(.phraseLine, "the phrase “\(name)” stands here twice", at: origin))
                continue
            }
            entries.append(Entry(name: name, phrase: phrase, origin: origin))
        }
    }
}

extension Substring {
    /// Without blanks and tabs at either end.
    fileprivate var trimmed: Substring {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}

extension DiagnosticCode {
    package static let phraseLine = DiagnosticCode(
        "phrase-line", .error, "a line of the phrase catalogue cannot be read",
        """
        The catalogue has one phrase a line: its name, “=”, and the words, with holes in braces such as `{due}`. Remarks \
        begin with `#`. Every name stands there once.
        """)
    package static let phraseUnknown = DiagnosticCode(
        "phrase-unknown", .error, "the phrase catalogue names a phrase that no page uses",
        """
        A file of one's own replaces single phrases by their names; `debrief init` writes all of them. A name that the \
        program does not know would change nothing, in silence.
        """)
    package static let phraseHole = DiagnosticCode(
        "phrase-hole", .error, "a phrase has a hole that nothing fills",
        """
        Each phrase offers the holes that its built-in words have. Another name in braces would stay empty on every \
        page; leaving one of the offered ones out is allowed.
        """)
}
