import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `severityAssessment`: severity → name of a rule → its condition; gravest first, whatever the order of the file.
    mutating func severityRules(_ entry: PolicyEntry?) -> [Policy.SeverityRule] {
        guard let entry, let fields = fields(entry, Severity.allCases.map(\.rawValue)) else { return [] }
        return Severity.allCases.flatMap { severity in
            namedPairs(fields[severity.rawValue]).compactMap { pair in
                severityCondition(pair.value, depth: 0).map {
                    Policy.SeverityRule(name: pair.key, severity: severity, condition: $0, origin: pair.origin)
                }
            }
        }
    }

    private static let conditions = [
        "customers", "customersBelow", "revenueFrom", "criticality", "workaround", "dataLossRisk", "all", "any",
    ]

    /// `all` and `any` within each other; more would be no readable rule.
    private static let depthLimit = 6

    /// A mapping of one condition.
    private mutating func severityCondition(_ entry: PolicyEntry, depth: Int) -> SeverityCondition? {
        guard depth <= Self.depthLimit else {
            wrongShape(entry, "a condition with at most \(Self.depthLimit) levels")
            return nil
        }
        guard let pairs = pairs(entry) else { return nil }
        guard pairs.count == 1, let pair = pairs.first else {
            wrongShape(entry, "one condition; several go into a list below `all` or `any`")
            return nil
        }
        switch pair.key {
        case "customers": return customersCondition(pair.value)
        case "customersBelow": return count(pair.value).map { .customersBelow($0) }
        case "revenueFrom": return amount(pair.value, upTo: 1e15).map { .revenue(from: $0) }
        case "criticality": return words(pair.value).map { .criticality($0.map(\.value)) }
        case "workaround": return flag(pair.value).map { .workaround($0) }
        case "dataLossRisk": return flag(pair.value).map { .dataLoss($0) }
        case "all": return parts(pair.value, depth: depth).map { .all($0) }
        case "any": return parts(pair.value, depth: depth).map { .any($0) }
        default:
            unknownKey(pair, known: Self.conditions)
            return nil
        }
    }

    private mutating func parts(_ entry: PolicyEntry, depth: Int) -> [SeverityCondition]? {
        guard let items = items(entry) else { return nil }
        if items.isEmpty { wrongShape(entry, "one condition or more") }
        return items.compactMap { severityCondition($0, depth: depth + 1) }
    }

    private mutating func customersCondition(_ entry: PolicyEntry) -> SeverityCondition? {
        guard let fields = fields(entry, ["from", "shareFrom"], optional: ["shareFrom"]),
            let from = count(fields["from"])
        else { return nil }
        return .customers(from: from, shareFrom: share(fields["shareFrom"]))
    }
}
