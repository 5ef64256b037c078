import Diagnostics

/// A resolution message says that it is the final update, and when the post-incident report comes, or that none is planned
/// (definitions, "Where the specification contradicts itself").
struct FinalUpdateRule: WritingRule {
    let phrases: PhraseList
    let report: PhraseList
    let outcomes: PhraseList
    let moments: PhraseList

    let code = DiagnosticCode.finalUpdate
    let summary = "The message of a resolution says that it is the last one, and when the report comes"
    let audiences: Set<Audience> = [.customers]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "Card payments work again.",
                "Card payments work again. This is the final update.",
                "Card payments work again. Our post-incident report will follow by 2026-02-12.",
                "Card payments work again. This is the final update. A post-incident report will follow.",
            ],
            kept: [
                "Card payments work again. This is the final update. Our post-incident report follows within two days.",
                "Card payments work again. This is the final update. No post-incident report is planned.",
                "This is the final update on this incident.\nOur post-incident report will follow by 2026-02-12.",
            ]
        )
    }

    func block(ofExample text: String) -> ProseBlock { example(text, kind: .resolution, ProseFacts()) }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        guard block.kind == .resolution else { return [] }
        var found: [Diagnostic] = []
        if !phrases.isFound(in: block.prose) {
            found.append(
                Diagnostic(
                    code, "nothing says that this is the final update", at: block.origin(at: block.opening),
                    help: "“This is the final update on this incident.”"))
        }
        let reports = report.ranges(in: block.prose)
        let isSettled = block.hasSentence(around: reports) {
            block.saysWhen($0, moments) || outcomes.isFound(in: block.text, within: $0)
        }
        if !isSettled {
            let message =
                reports.first.map { "“\(block.words($0))” without a time" }
                ?? "nothing says when the post-incident report comes, or that none is planned"
            found.append(
                Diagnostic(
                    code, message, at: block.origin(at: reports.first?.lowerBound ?? block.opening),
                    help: "“Our post-incident report will follow by …”, or “No post-incident report is planned.”"))
        }
        return found
    }
}

extension DiagnosticCode {
    static let finalUpdate = DiagnosticCode(
        "final-update", .warning, "the message of a resolution leaves open what follows",
        """
        The last message about an incident has no next update; it says so, and when the post-incident report comes, or \
        that none is planned. The words stand in the policy, under writing.finalUpdate, writing.report, \
        writing.reportOutcome and writing.moment.
        """)
}
