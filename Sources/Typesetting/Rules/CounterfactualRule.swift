import Diagnostics

/// A post-mortem tells what happened, not what would have been better (definitions: no counterfactuals in the timeline).
struct CounterfactualRule: WritingRule {
    let phrases: PhraseList

    let code = DiagnosticCode.counterfactual
    let summary = "A timeline tells what happened, not what did not"
    let audiences: Set<Audience> = [.internal]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "| 14:25 | The on-call engineer should have looked at the graph |",
                "The team failed\nto notice the alert.",
                "If only somebody had read the mail.",
                "They didn’t bother to check the backup.",
            ],
            kept: [
                "| 14:25 | The on-call engineer looked at the log first, then at the graph |",
                "The log says `failed to connect`, and the program ended with “failed to start”.",
                "The alert went to a mailbox that nobody reads.",
            ]
        )
    }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        findings(of: phrases, in: block, help: "say what was done or seen, when, and with which knowledge") {
            "“\($0)” tells what did not happen"
        }
    }
}

extension DiagnosticCode {
    static let counterfactual = DiagnosticCode(
        "counterfactual", .warning, "a text tells what did not happen",
        """
        “Should have” and “failed to” judge a decision by what was learned later, and end the search for what made it \
        sensible at the time. Say what was done, and what was known then. Code and quotations are not read. The words \
        stand in the policy, under writing.counterfactual.
        """)
}
