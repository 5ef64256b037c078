package import Diagnostics

/// "Include workarounds when available" (specification, "Communication Rules").
struct WorkaroundRule: WritingRule {
    let words: PhraseList

    let code = DiagnosticCode.workaround
    let summary = "A message carries the workaround that is known"
    let audiences: Set<Audience> = [.customers]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "Card payments fail. Next update in 15 minutes.",
                "Card payments fail, other ways to pay do not. Next update at 14:30 UTC.",
                "We are changing the firewall back. Next update in one hour.",
            ],
            kept: [
                "Card payments fail. Workaround: pay by bank transfer. Next update in 15 minutes.",
                "Card payments fail. Please pay by bank transfer or by invoice. Next update at 14:30 UTC.",
                "Card payments fail; bank transfers and invoices work. Next update in one hour.",
            ]
        )
    }

    func block(ofExample text: String) -> ProseBlock {
        var facts = ProseFacts()
        facts.workaround = "Pay by bank transfer or by invoice"
        return example(text, kind: .update, facts)
    }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        guard block.kind == .update, let workaround = block.facts.workaround, !carries(workaround, block) else {
            return []
        }
        return [
            Diagnostic(
                code, "the known workaround is missing: “\(workaround.prefix(200))”",
                at: block.origin(at: block.opening),
                help: "tell customers what they can do in the meantime")
        ]
    }

    /// Whether the text says the word, or at least half of the workaround's own longer words, endings aside.
    func carries(_ workaround: String, _ block: ProseBlock) -> Bool {
        if words.isFound(in: block.prose) { return true }
        let wanted = Self.stems(Array(workaround.utf8))
        guard !wanted.isEmpty else { return PhraseList([String(workaround.prefix(40))]).isFound(in: block.text) }
        return wanted.intersection(Self.stems(block.text)).count * 2 >= wanted.count
    }

    /// The first five bytes of every word of four or more: `filter` and `filtering` are alike.
    private static func stems(_ text: [UInt8]) -> Set<[UInt8]> {
        let words = text.split { !ProseClock.isLetterOrDigit($0) }.filter { $0.count >= 4 }
        return Set(words.map { $0.prefix(5).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } })
    }
}

extension DiagnosticCode {
    package static let workaround = DiagnosticCode(
        "workaround", .warning, "a message leaves out the known workaround",
        """
        The export records what customers can do in the meantime, and the text neither says the word nor at least half \
        of its words. Exports do not say when the workaround was found: of the messages of an incident one has to carry \
        it, and where none does, the last one before the resolution is named.
        """)
}
