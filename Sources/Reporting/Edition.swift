package import Compliance
package import Diagnostics
package import IncidentModel

/// What is the same on every page of one run: the moment, the zone, the policy, the inputs and the program.
package struct Edition: Sendable {
    /// The report moment (definitions, "Report moment").
    package var asOf: Instant
    package var zone: Zone
    package var policy: Policy
    package var sources: SourceList
    /// `debrief 0.1.0`.
    package var program: String
    /// Among all accounts of the run; `nil` where only those of one incident are known.
    package var usage: UsageRanking?

    package init(
        asOf: Instant, zone: Zone, policy: Policy, sources: SourceList, program: String, usage: UsageRanking? = nil
    ) {
        self.asOf = asOf
        self.zone = zone
        self.policy = policy
        self.sources = sources
        self.program = program
        self.usage = usage
    }
}
