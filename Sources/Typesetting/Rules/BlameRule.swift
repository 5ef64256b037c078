import Diagnostics

/// "No blame language in any communication" (specification, "Communication Rules").
struct BlameRule: WritingRule {
    let phrases: PhraseList
    let beforeName: PhraseList
    let afterName: PhraseList

    let code = DiagnosticCode.blame
    let summary = "No text names somebody as the cause"
    let audiences: Set<Audience> = [.customers, .internal]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "The cause was human error.",
                "It was the fault of the vendor.",
                "Somebody forgot to renew the certificate.",
                "The errors were caused by Robin Lark.",
                "At 14:05 Robin Lark broke the build.",
            ],
            kept: [
                "The certificate expired; its reminder went to a mailbox that nobody reads.",
                "Robin Lark rolled the change back at 14:10.",
                "This review is blameless. Users of “forgot password” got no mail.",
            ]
        )
    }

    func block(ofExample text: String) -> ProseBlock {
        var facts = ProseFacts()
        facts.people = PhraseList(["Robin Lark"])
        return example(text, kind: .page, facts)
    }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        findings(of: phrases, in: block, help: Self.help) { "“\($0)” lays blame" }
            + people(in: block).map { range in
                Diagnostic(
                    code, "“\(block.words(range))” names a person as the cause",
                    at: block.origin(at: range.lowerBound), help: Self.help)
            }
    }

    private static let help = "say what happened and what made it possible, not who"

    /// Names with blame before or behind them, both in one place.
    private func people(in block: ProseBlock) -> [Range<Int>] {
        guard !block.facts.people.isEmpty else { return [] }
        let names = block.facts.people.ranges(in: block.prose)
        guard !names.isEmpty else { return [] }
        func next(_ place: Int) -> Int { block.prose[place...].firstIndex { !ProseMask.isSpace($0) } ?? place }
        var befores: [Int: Int] = [:]
        for range in beforeName.ranges(in: block.prose) { befores[next(range.upperBound)] = range.lowerBound }
        var afters: [Int: Int] = [:]
        for range in afterName.ranges(in: block.prose) { afters[range.lowerBound] = range.upperBound }
        return names.compactMap { name in
            if let start = befores[name.lowerBound] { return start..<name.upperBound }
            return afters[next(name.upperBound)].map { name.lowerBound..<$0 }
        }
    }
}

extension DiagnosticCode {
    static let blame = DiagnosticCode(
        "blame", .warning, "a text lays blame",
        """
        People act on what they know; a text that blames them teaches the others to keep quiet. Say what happened and \
        what made it possible. The words stand in the policy, under writing.blame, writing.blameBeforeName and \
        writing.blameAfterName; the names are those of the incident's responders and account teams.
        """)
}
