import Diagnostics

/// "Always include next update time" (specification, "Communication Rules"), as long as the incident runs.
struct NextUpdateRule: WritingRule {
    let phrases: PhraseList
    let moments: PhraseList

    let code = DiagnosticCode.nextUpdate
    let summary = "A message while the incident runs says when the next one comes"
    let audiences: Set<Audience> = [.customers]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "Card payments fail. We are working on it.",
                "Card payments fail. Next update soon.",
                "Card payments fail. We will update you in a few minutes.",
                "> Next update at 14:30, you wrote.\n\nCard payments still fail.",
            ],
            kept: [
                "Card payments fail. Next update in 15 minutes.",
                "Card payments fail.\n\n**Next update:** 2026-02-10 14:30 UTC",
                "Card payments fail. We will update you tomorrow at noon.",
                "# Card payments fail\n\n## Next update\n\n2.30 pm",
            ]
        )
    }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        guard block.kind == .update, !block.facts.namesNextUpdate else { return [] }
        let promises = phrases.ranges(in: block.prose)
        if block.hasSentence(around: promises, { block.saysWhen($0, moments) }) { return [] }
        let message =
            promises.first.map { "“\(block.words($0))” without a time" } ?? "nothing says when the next update comes"
        return [
            Diagnostic(
                code, message, at: block.origin(at: promises.first?.lowerBound ?? block.opening),
                help: "end with a time: “Next update at 14:30 UTC.”")
        ]
    }
}

extension DiagnosticCode {
    static let nextUpdate = DiagnosticCode(
        "next-update", .warning, "a message does not say when the next one comes",
        """
        Whoever waits wants to know how long. Every message to customers and every post on the status page names the time \
        of the next update, a duration, or the event that brings it; “soon” does not count. A message whose record \
        carries the time in a field of its own is taken to say it. The words stand in the policy, under \
        writing.nextUpdate and writing.moment.
        """)
}
