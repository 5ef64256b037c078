package import Compliance
package import Diagnostics
package import IncidentModel
package import Typesetting

/// What is the same on every page of one run: the moment, the zone, the policy, the inputs and the program.
package struct Edition: Sendable {
    /// The report moment (definitions, "Report moment").
    package var asOf: Instant
    package var zone: Zone
    /// The policy of a page: of the run the newest, of one incident the one that judged it.
    package var policy: Policy
    /// Every policy of the run.
    package var book: PolicyBook
    package var sources: SourceList
    /// `debrief 0.1.0`.
    package var program: String
    /// The wording that a user may change.
    package var phrases: PhraseBook
    /// Among all accounts of the run; `nil` where only those of one incident are known.
    package var usage: UsageRanking?

    package init(
        asOf: Instant, zone: Zone, policy: Policy, sources: SourceList, program: String,
        phrases: PhraseBook, usage: UsageRanking? = nil,
        book: PolicyBook? = nil
    ) {
        self.asOf = asOf
        self.zone = zone
        self.policy = policy
        self.book = book ?? PolicyBook(policy)
        self.sources = sources
        self.program = program
        self.phrases = phrases
        self.usage = usage
    }
}

extension Edition {
    /// The edition that the pages of one incident are made in: under the policy that judged it.
    func judging(_ assessed: AssessedIncident) -> Edition {
        guard book.policies.count > 1, book.policies.indices.contains(assessed.policy) else { return self }
        var copy = self
        copy.policy = book.policies[assessed.policy]
        return copy
    }
}
