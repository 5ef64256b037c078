import Diagnostics
package import IncidentModel

/// The order in which affected customers are written to (specification, "Customer Impact Assessment").
package struct CustomerPriority: Sendable, Equatable {
    package enum Tier: Int, Sendable, CaseIterable, Comparable {
        case escalation = 1, renewal, sponsor, usage, rest

        package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
    }

    package var account: Account
    package var tier: Tier

    /// Renewals up to so many days after detection count as near.
    static let renewalWindow = 90

    /// Every account once, first to be written to first; ties by name, then by id.
    package static func order(_ accounts: [Account], detected: Instant?) -> [CustomerPriority] {
        accounts.map { CustomerPriority(account: $0, tier: tier(of: $0, among: accounts, detected: detected)) }
            .sorted { left, right in
                (left.tier.rawValue, left.sortName, left.account.id)
                    < (right.tier.rawValue, right.sortName, right.account.id)
            }
    }

    private var sortName: String { (account.name?.trimmed ?? account.id).lowercased() }

    private static func tier(of account: Account, among accounts: [Account], detected: Instant?) -> Tier {
        if account.hasActiveEscalation && isEnterprise(account) { return .escalation }
        if let detected, let renewal = account.renewal, isNear(renewal, detected) { return .renewal }
        if account.executiveSponsor?.trimmed != nil { return .sponsor }
        if isHighUsage(account, among: accounts) { return .usage }
        return .rest
    }

    /// The segment says so; where no segment is stated, a strategic account counts.
    private static func isEnterprise(_ account: Account) -> Bool {
        account.segment?.trimmed.map { $0.lowercased() == "enterprise" } ?? account.isStrategic
    }

    /// From the day of detection to 90 days after it, both included.
    private static func isNear(_ renewal: Instant, _ detected: Instant) -> Bool {
        let day = CivilTime(utc: detected)
        let midnight = CivilTime(year: day.year, month: day.month, day: day.day).instant
        return midnight <= renewal && renewal <= detected.advanced(bySeconds: renewalWindow * 86_400)
    }

    /// In the top fifth by usage among the accounts known, rounded up; of equals that do not all fit, none is in it.
    private static func isHighUsage(_ account: Account, among accounts: [Account]) -> Bool {
        guard let usage = account.usage, usage > 0 else { return false }
        let known = accounts.compactMap(\.usage)
        return known.count { $0 >= usage } <= (known.count + 4) / 5
    }
}

extension CustomerPriority.Tier {
    /// Why an account stands where it stands.
    package var reason: String {
        switch self {
        case .escalation: "enterprise account with an active escalation"
        case .renewal: "renewal within \(CustomerPriority.renewalWindow) days of detection"
        case .sponsor: "executive sponsor engaged"
        case .usage: "high usage: top fifth of the accounts known"
        case .rest: "affected account"
        }
    }
}
