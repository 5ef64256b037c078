package import Compliance

extension CustomerPriority.Tier {
    /// Why an account stands where it stands.
    package func reason(by rule: Policy.CustomerPriorityRule) -> String {
        switch self {
        case .escalation: "enterprise account with an active escalation"
        case .renewal: "renewal within \(Phrasing.window(rule.renewalWithin)) of detection"
        case .sponsor: "executive sponsor engaged"
        case .usage: "high usage: top \(Phrasing.part(rule.highUsageShare)) of the accounts known"
        case .rest: "affected account"
        }
    }
}
