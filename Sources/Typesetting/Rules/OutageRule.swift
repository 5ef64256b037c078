import Diagnostics

/// "Outage" is a word for declared ones (definitions: a severity in the policy's list).
struct OutageRule: WritingRule {
    let words: PhraseList

    let code = DiagnosticCode.outage
    let summary = "Only a declared outage is called one"
    let audiences: Set<Audience> = [.customers]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "We are working on an outage of the API. Next update in 30 minutes.",
                "## Outage in Europe\n\nNext update at 14:30 UTC.",
                "The incident “Outages at night” goes on. Next update in one hour.",
            ],
            kept: [
                "The API does not answer in Europe. Next update in 30 minutes.",
                "Sign-in is slow for some users. Next update at 14:30 UTC.",
                "See https://status.example.com/outage-history for the past. Next update in one hour.",
            ]
        )
    }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        guard !block.facts.isOutageDeclared else { return [] }
        return findings(of: words, in: block, help: "say what does not work, and for whom") {
            "“\($0)” is said of an incident that is not declared as one"
        }
    }
}

extension DiagnosticCode {
    static let outage = DiagnosticCode(
        "outage", .warning, "an outage is named that nobody declared",
        """
        Contracts and newspapers give the word a meaning of its own. It may be used for incidents of the severities that \
        the policy lists under writing.outageDeclaredAt; everything else is described by what does not work.
        """)
}
