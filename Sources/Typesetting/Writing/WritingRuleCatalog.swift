package import Diagnostics

/// Every writing rule, with the words that it looks for.
package struct WritingRuleCatalog: Sendable {
    package let rules: [any WritingRule]
    private let resolution: PhraseList

    package init(_ words: WritingWords) {
        resolution = words.resolution
        rules = [
            SpeculationRule(guesses: words.speculation, causes: words.unconfirmedCause),
            NextUpdateRule(phrases: words.nextUpdate, moments: words.moment),
            FinalUpdateRule(
                phrases: words.finalUpdate, report: words.report, outcomes: words.reportOutcome, moments: words.moment),
            BlameRule(phrases: words.blame, beforeName: words.blameBeforeName, afterName: words.blameAfterName),
            WorkaroundRule(words: words.workaround),
            CustomerSafeRule(figures: words.figures, machines: words.machines),
            OutageRule(words: words.outage),
            CounterfactualRule(phrases: words.counterfactual),
        ]
    }

    /// What the rules for its audience find in a text, in the order of the text.
    package func findings(in block: ProseBlock) -> [Diagnostic] {
        let found = rules.filter { $0.audiences.contains(block.audience) }.flatMap { $0.findings(in: block) }
        return found.enumerated().sorted {
            guard let left = $0.element.origin, let right = $1.element.origin, left != right else {
                return $0.offset < $1.offset
            }
            return left < right
        }.map(\.element)
    }

    /// Whether a text to customers says that an incident is over.
    package func isResolution(_ text: [UInt8]) -> Bool { resolution.isFound(in: text) }

    static let codes: [DiagnosticCode] = [
        .speculation, .nextUpdate, .finalUpdate, .blame, .workaround, .customerSafe, .outage, .counterfactual,
    ]
}
