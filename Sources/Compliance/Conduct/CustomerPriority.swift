package import IncidentModel

/// The order in which affected customers are written to (specification, "Customer Impact Assessment").
package struct CustomerPriority: Sendable, Equatable {
    package enum Tier: Int, Sendable, CaseIterable, Comparable {
        case escalation = 1, renewal, sponsor, usage, rest

        package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
    }

    package var account: Account
    package var tier: Tier

    /// Every account once, first to be written to first; ties by name, then by id. Without a ranking, usage is compared
    /// among these accounts.
    package static func order(
        _ accounts: [Account], detected: Instant?, by rule: Policy.CustomerPriorityRule, usage: UsageRanking? = nil
    ) -> [CustomerPriority] {
        let usage = usage ?? UsageRanking(accounts, by: rule)
        return accounts.map {
            CustomerPriority(account: $0, tier: tier(of: $0, detected: detected, by: rule, usage: usage))
        }
        .sorted { left, right in
            (left.tier.rawValue, left.sortName, left.account.id)
                < (right.tier.rawValue, right.sortName, right.account.id)
        }
    }

    private var sortName: String { (account.name?.trimmed ?? account.id).lowercased() }

    /// The facts that put the account where it stands; empty for the last tier, which needs none.
    package var facts: [RecordedFact] {
        func fact(_ name: String, _ value: FactValue?) -> [RecordedFact] {
            value.map { [RecordedFact("affectedCustomers." + name, $0, origin: account.origin)] } ?? []
        }
        return switch tier {
        case .escalation:
            fact("activeEscalation", .flag(account.hasActiveEscalation))
                + (account.segment?.trimmed.map { fact("segment", .text($0)) }
                    ?? fact("strategic", .flag(account.isStrategic)))
        case .renewal: fact("renewalDate", account.renewal.map { .instant($0) })
        case .sponsor: fact("executiveSponsor", account.executiveSponsor?.trimmed.map { .text($0) })
        case .usage: fact("usage", account.usage.map { .number($0) })
        case .rest: []
        }
    }

    private static func tier(
        of account: Account, detected: Instant?, by rule: Policy.CustomerPriorityRule, usage: UsageRanking
    ) -> Tier {
        if account.hasActiveEscalation && isEnterprise(account, rule) { return .escalation }
        if let detected, let renewal = account.renewal, isNear(renewal, detected, rule) { return .renewal }
        if account.executiveSponsor?.trimmed != nil { return .sponsor }
        if usage.isHigh(account) { return .usage }
        return .rest
    }

    /// The segment says so; where no segment is stated, a strategic account counts.
    private static func isEnterprise(_ account: Account, _ rule: Policy.CustomerPriorityRule) -> Bool {
        account.segment?.trimmed.map { rule.isEnterprise(segment: $0) } ?? account.isStrategic
    }

    /// From the day of detection to the end of the policy's window after it, both included.
    private static func isNear(_ renewal: Instant, _ detected: Instant, _ rule: Policy.CustomerPriorityRule) -> Bool {
        let day = CivilTime(utc: detected)
        let midnight = CivilTime(year: day.year, month: day.month, day: day.day).instant
        return midnight <= renewal && renewal <= detected.advanced(bySeconds: rule.renewalWithin.wholeSeconds)
    }
}
