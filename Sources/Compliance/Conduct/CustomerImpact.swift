import IncidentModel

/// Who is affected, and in which order they are written to (specification, "Customer Impact Assessment").
package struct CustomerImpact: Sendable, Equatable {
    /// First to be written to first, each with its tier and the facts behind it.
    package let priorities: [CustomerPriority]
    package let strategic: StrategicTouch
    package let revenue: RevenueCheck

    /// Without a ranking of the run's accounts, usage is compared among those of the incident.
    package static func of(
        _ known: KnownIncident, by rule: Policy.CustomerPriorityRule, usage: UsageRanking? = nil
    ) -> CustomerImpact {
        CustomerImpact(
            priorities: CustomerPriority.order(
                known.incident.accounts, detected: known.instant(of: .detected), by: rule, usage: usage),
            strategic: StrategicTouch(known.incident), revenue: RevenueCheck(known.incident))
    }
}
