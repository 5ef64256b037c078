package import Diagnostics

/// A text that people are to read, as the writing rules see it.
package struct ProseBlock: Sendable {
    /// All of it.
    package let text: [UInt8]
    /// The author's own words, of the same length: code, addresses and what others said are blanked out, so that a place
    /// in one is a place in the other.
    package let prose: [UInt8]
    package let audience: Audience
    package let kind: Kind
    package private(set) var facts: ProseFacts
    private let place: ProsePlace

    /// What a reader expects of it.
    package enum Kind: Sendable {
        /// A message while an incident runs.
        case update
        /// The message that it is over.
        case resolution
        /// Everything else.
        case page
    }

    package enum Format: Sendable { case plain, markdown }

    package init(
        _ text: [UInt8], _ format: Format, audience: Audience, kind: Kind, facts: ProseFacts = ProseFacts(),
        at place: ProsePlace
    ) {
        self.text = text
        self.audience = audience
        self.kind = kind
        self.facts = facts
        self.place = place
        var mask = ProseMask(text)
        mask.hideQuotedLinesAndCode(in: format)
        // What is said to customers in quotation marks is still said to them; inside the house it is somebody's words.
        if audience == .internal { mask.hideQuotations() }
        prose = mask.prose
    }

    /// The same text, where a workaround is known.
    package func knowing(workaround: String) -> ProseBlock {
        var copy = self
        copy.facts.workaround = workaround
        return copy
    }

    package func origin(at offset: Int) -> Origin { place.origin(at: offset) }

    /// Where the first of the author's words stands: the place of what is missing.
    var opening: Int { prose.firstIndex { $0 != ProseMask.blank && !ProseMask.isSpace($0) } ?? 0 }

    /// The words of a place, for a message; the middle of long ones is left out.
    func words(_ range: Range<Int>) -> String {
        let words = text[range.prefix(80)].split(whereSeparator: ProseMask.isSpace).joined(separator: [0x20])
        return String(decoding: Array(words), as: UTF8.self) + (range.count > 80 ? "…" : "")
    }
}

/// What a rule has to know about a text beyond its words.
package struct ProseFacts: Sendable {
    /// Whether the incident's cause is confirmed for publication.
    package var isCauseConfirmed = false
    /// Whether the incident is of a severity that may be called an outage.
    package var isOutageDeclared = false
    /// Whether the message's own record says when the next one comes.
    package var namesNextUpdate = false
    /// What customers can do in the meantime, where that is known.
    package var workaround: String?
    /// Names of people who are not to be named.
    package var people = PhraseList([])
    /// Names of customers who do not read it.
    package var customers = PhraseList([])
    /// Words that may stand though they look internal, in lower case: the incident's number, the sender's address.
    package var allowed: Set<String> = []

    package init() {}
}
