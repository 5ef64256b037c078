import Diagnostics

/// Customers read no names of machines, people or other customers, no addresses and no account figures (definitions,
/// customer-safe words).
///
/// It reads the whole text, code and addresses of links too: a name leaks wherever it stands.
struct CustomerSafeRule: WritingRule {
    let figures: PhraseList
    let machines: MachineWords

    let code = DiagnosticCode.customerSafe
    let summary = "Customers read no names of machines, people or other customers, no addresses and no account figures"
    let audiences: Set<Audience> = [.customers]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "The disk of db-prod-03 is full. Next update in 15 minutes.",
                "Requests to `billing.eu.internal` time out. Next update in 15 minutes.",
                "We blocked 203.0.113.7 and 2001:db8::7:1. Next update at 14:30 UTC.",
                "Accounts worth $ 890,000 are affected. Next update in one hour.",
                "Robin Lark is restoring the database. Next update in one hour.",
                "Write to robin.lark@example.com. Next update in 15 minutes.",
                "Push messages to Elm Optics are late. Next update in 15 minutes.",
            ],
            kept: [
                "Our database is full. Next update in 15 minutes.",
                "Version 10.2.0.1 of the app shows error 429 at 10:15:30. Next update at 14:30 UTC.",
                "Write to support@example.com and quote INC-PROD-2026-0007. Next update in one hour.",
                "The API in eu-central-1 answers again. Next update in 15 minutes.",
            ]
        )
    }

    func block(ofExample text: String) -> ProseBlock {
        var facts = ProseFacts()
        facts.people = PhraseList(["Robin Lark"])
        facts.customers = PhraseList(["Elm Optics"])
        facts.allowed = ["support@example.com", "inc-prod-2026-0007"]
        return example(text, kind: .update, facts)
    }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        var found: [(range: Range<Int>, what: String)] = []
        for token in MachineToken.all(in: block.text) {
            let word = String(decoding: block.text[token], as: UTF8.self).lowercased()
            guard !block.facts.allowed.contains(word) else { continue }
            if let what = what(word, before: token.lowerBound, in: block.text) { found.append((token, what)) }
        }
        for amount in MoneyAmount.all(in: block.text, currencies: machines.currencies) {
            found.append((amount, "an amount of money"))
        }
        for figure in figures.ranges(in: block.text) { found.append((figure, "an account figure")) }
        for name in block.facts.people.ranges(in: block.text) where isName(block.text[name]) {
            found.append((name, "the name of a person"))
        }
        for name in block.facts.customers.ranges(in: block.text) {
            found.append((name, "the name of another customer"))
        }
        return found.map { range, what in
            Diagnostic(
                code, "“\(block.words(range))” is \(what)", at: block.origin(at: range.lowerBound),
                help: "say what customers notice, in their words")
        }
    }

    /// A name of one word counts only as it is written: with a capital letter.
    private func isName(_ words: ArraySlice<UInt8>) -> Bool {
        guard let first = words.first else { return false }
        return first >= 0x80 || (0x41...0x5A).contains(first) || words.contains(where: ProseMask.isSpace)
    }

    private func what(_ word: String, before start: Int, in text: [UInt8]) -> String? {
        if word.utf8.contains(UInt8(ascii: "@")) { return MachineToken.isMailbox(word) ? "a mail address" : nil }
        if MachineToken.isIPv6(word) { return "an IP address" }
        let host =
            word.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).first.map { String(Substring($0)) } ?? word
        if MachineToken.isIPv4(host) {
            let isVersion = machines.versionWords.contains(MachineToken.word(before: start, in: text))
            return isVersion ? nil : "an IP address"
        }
        return MachineToken.isHost(host, machines) ? "the name of a machine" : nil
    }
}

extension DiagnosticCode {
    static let customerSafe = DiagnosticCode(
        "customer-safe", .warning, "a text to customers holds something internal",
        """
        Names of machines (by their ending, or by an environment and a number in them), IP addresses, amounts of money, \
        account figures, names of responders, account teams and other customers, and mail addresses other than the sender's tell outsiders \
        what they need not know. Say what customers notice. Endings, environments, figures and currencies stand in the \
        policy, under writing.customerSafe.
        """)
}
