package import IncidentModel

/// Which accounts have high usage among those known (definitions, "Figures"), all exports of a run taken together.
///
/// Where incidents state different usages of one account, the highest counts, in whatever order they were read.
package struct UsageRanking: Sendable, Equatable {
    /// By account id.
    private var usages: [String: Double] = [:]
    /// High usage is more than this.
    private var bound = 0.0

    package init(_ accounts: some Sequence<Account>, by rule: Policy.CustomerPriorityRule) {
        for account in accounts {
            guard let usage = account.usage else { continue }
            usages[account.id] = max(usages[account.id] ?? usage, usage)
        }
        let known = usages.values.sorted(by: >)
        let places = rule.highUsagePlaces(among: known.count)
        // Of equals that do not all fit, none has high usage.
        if known.indices.contains(places) { bound = max(0, known[places]) }
    }

    func isHigh(_ account: Account) -> Bool { usages[account.id].map { $0 > bound } ?? false }
}
