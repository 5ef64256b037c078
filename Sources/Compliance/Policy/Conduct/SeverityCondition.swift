/// What a rule asks of the facts of an incident (specification, `ai.assess_severity`).
package indirect enum SeverityCondition: Sendable, Equatable {
    /// So many customers, or such a part of all of them where the export gives it.
    case customers(from: Int, shareFrom: Double?)
    case customersBelow(Int)
    /// Yearly revenue at risk, in the currency of the export.
    case revenue(from: Double)
    /// The service's criticality is one of these words, in lower case.
    case criticality([String])
    case workaround(Bool)
    case dataLoss(Bool)
    case all([SeverityCondition])
    case any([SeverityCondition])
}

extension SeverityCondition: CustomStringConvertible {
    /// As `explain` prints it: `customers ≥ 500 and no workaround`.
    package var description: String { words(isInner: false) }

    private func words(isInner: Bool) -> String {
        switch self {
        case .customers(let from, nil): "customers ≥ \(from)"
        case .customers(let from, let share?): "customers ≥ \(from) (or a share ≥ \(share))"
        case .customersBelow(let below): "customers < \(below)"
        case .revenue(let from): "revenue at risk ≥ \(FactValue.number(from))"
        case .criticality(let words): "criticality " + words.joined(separator: " or ")
        case .workaround(let isThere): isThere ? "a workaround" : "no workaround"
        case .dataLoss(let isPossible): isPossible ? "data loss possible" : "no data loss"
        case .all(let parts): Self.joined(parts, by: " and ", isInner)
        case .any(let parts): Self.joined(parts, by: " or ", isInner)
        }
    }

    private static func joined(_ parts: [SeverityCondition], by word: String, _ isInner: Bool) -> String {
        let text = parts.map { $0.words(isInner: true) }.joined(separator: word)
        return isInner && parts.count > 1 ? "(\(text))" : text
    }
}
