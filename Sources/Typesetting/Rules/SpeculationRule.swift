import Diagnostics

/// "Never speculate on root cause in customer communications" (specification, "Communication Rules").
struct SpeculationRule: WritingRule {
    let guesses: PhraseList
    let causes: PhraseList

    let code = DiagnosticCode.speculation
    let summary = "Customers read what is known, never a guess at the cause"
    let audiences: Set<Audience> = [.customers]

    var examples: (broken: [String], kept: [String]) {
        (
            broken: [
                "We believe that a deployment slowed the API down. Next update in 30 minutes.",
                "This is probably a network problem. Next update at 14:30 UTC.",
                "The errors might be\ncaused by a change of this morning. Next update in one hour.",
                "The root cause is a faulty switch. Next update in 15 minutes.",
            ],
            kept: [
                "Batch calls are answered with errors. We are working on it. Next update in 30 minutes.",
                "We are still investigating the root cause. Next update at 14:30 UTC.",
                "A support page says `probably`. A fix is deployed. Next update in one hour.",
            ]
        )
    }

    func findings(in block: ProseBlock) -> [Diagnostic] {
        var found = findings(of: guesses, in: block, help: "say what is known, or that it is being investigated") {
            "“\($0)” is a guess"
        }
        if !block.facts.isCauseConfirmed {
            found += findings(of: causes, in: block, help: "a cause is named once it is confirmed for publication") {
                "“\($0)” speaks of a cause that is not confirmed"
            }
        }
        return found
    }
}

extension DiagnosticCode {
    static let speculation = DiagnosticCode(
        "speculation", .warning, "a text to customers speculates",
        """
        Customers act on what they read, and a guess that proves wrong costs more trust than silence. Say what is known \
        and what is being done; a cause is named once it is confirmed for publication. The words stand in the policy, \
        under writing.speculation and writing.unconfirmedCause.
        """)
}
