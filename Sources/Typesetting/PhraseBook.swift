import Diagnostics

/// The wording that the program adds, by name: one catalogue, of which a user's file overrides single lines.
///
/// A name that the catalogue lacks comes out as itself; a test holds the names in the code against the built-in file.
package struct PhraseBook: Sendable {
    private var phrases: [String: Phrase] = [:]

    /// Without a phrase: every name stands for itself.
    package init() {}

    /// The phrase of a name, its holes filled.
    package func callAsFunction(_ name: String, _ parts: [String: String] = [:]) -> String {
        phrases[name]?.filled(with: parts) ?? name
    }

    /// In ascending order.
    package var names: [String] { phrases.keys.sorted() }

    /// The built-in catalogue, with the lines of users' files in place of its own. Users' names and holes must be those of
    /// the built-in phrases.
    static func loaded(builtIn: PhraseFile?, overrides: [PhraseFile]) -> Outcome<PhraseBook> {
        var book = PhraseBook()
        var diagnostics = builtIn?.diagnostics ?? []
        for entry in builtIn?.entries ?? [] { book.phrases[entry.name] = entry.phrase }
        let known = book.phrases
        for file in overrides {
            diagnostics += file.diagnostics
            for entry in file.entries {
                guard let own = known[entry.name] else {
                    diagnostics.append(
                        Diagnostic(
                            .phraseUnknown, "there is no phrase “\(entry.name)”", at: entry.origin,
                            help: NearestWord.to(entry.name, among: book.names).map { "did you mean “\($0)”?" }))
                    continue
                }
                let strange = entry.phrase.holes.subtracting(own.holes).sorted()
                for hole in strange {
                    let offered = own.holes.sorted().map { "{\($0)}" }.joined(separator: ", ")
                    diagnostics.append(
                        Diagnostic(
                            .phraseHole, "the phrase “\(entry.name)” has no {\(hole)}", at: entry.origin,
                            help: offered.isEmpty ? "it has no holes" : "it has \(offered)"))
                }
                if strange.isEmpty { book.phrases[entry.name] = entry.phrase }
            }
        }
        return Outcome(book, diagnostics)
    }
}

/// One phrase: literal words, and holes that facts are put into.
struct Phrase: Sendable, Equatable {
    enum Piece: Sendable, Equatable {
        case words(String)
        case hole(String)
    }

    private(set) var pieces: [Piece] = []

    /// `nil` where a brace is not closed, or holds no name.
    init?(_ text: Substring) {
        var rest = text
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            pieces.append(.hole(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if rest.contains("}") { return nil }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
    }

    var holes: Set<String> {
        Set(
            pieces.compactMap { piece in
                if case .hole(let name) = piece { name } else { nil }
            })
    }

    /// A hole without a part is left out.
    func filled(with parts: [String: String]) -> String {
        var out = ""
        for piece in pieces {
            switch piece {
            case .words(let words): out += words
            case .hole(let name): out += parts[name] ?? ""
            }
        }
        return out
    }
}
