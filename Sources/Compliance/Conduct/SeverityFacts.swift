import Diagnostics
import IncidentModel

/// The five facts that a severity is assessed from (specification, `ai.assess_severity`), each with who said it.
struct SeverityFacts {
    var customers: Sourced<Int>?
    /// Between 0 and 1.
    var share: Sourced<Double>?
    var revenue: Sourced<Double>?
    var criticality: Sourced<String>?
    var workaround: Sourced<Bool>?
    var dataLoss: Sourced<Bool>?

    init(_ incident: Incident) {
        let impact = incident.impact
        customers = impact.customersAffected
        share = impact.customerShare
        revenue = impact.revenueAtRisk ?? RevenueCheck(incident).wholeSum
        criticality = incident.serviceProfile?.criticality
        workaround = impact.isWorkaroundAvailable ?? impact.workaround.map { Sourced(true, $0.origin) }
        dataLoss = impact.isDataLossPossible
    }

    /// The names under which they are missed and shown.
    enum Name {
        static let customers = "impactAssessment.totalCustomersAffected"
        static let share = "impactAssessment.customerShare"
        static let revenue = "impactAssessment.revenueAtRisk"
        static let criticality = "serviceProfile.criticality"
        static let workaround = "impactAssessment.workaroundAvailable"
        static let dataLoss = "impactAssessment.dataLossRisk"
    }
}

/// What facts say about a condition. What no fact decides is undecided, and taken for neither.
struct ConditionFinding {
    enum Answer { case holds, fails, undecided }

    var answer: Answer
    /// The facts that decide it.
    var facts: [RecordedFact] = []
    /// The facts that would have to be known; empty unless it is undecided.
    var missing: [String] = []
}

extension SeverityCondition {
    func finding(in facts: SeverityFacts) -> ConditionFinding {
        switch self {
        case .customers(let from, let shareFrom): Self.customers(facts, from: from, shareFrom: shareFrom)
        case .customersBelow(let below):
            Self.finding(facts.customers, SeverityFacts.Name.customers, { .count($0) }) { $0 < below }
        case .revenue(let from):
            Self.finding(facts.revenue, SeverityFacts.Name.revenue, { .number($0) }) { $0 >= from }
        case .criticality(let words):
            Self.finding(facts.criticality, SeverityFacts.Name.criticality, { .text($0) }) {
                words.contains($0.lowercased())
            }
        case .workaround(let expected):
            Self.finding(facts.workaround, SeverityFacts.Name.workaround, { .flag($0) }) { $0 == expected }
        case .dataLoss(let expected):
            Self.finding(facts.dataLoss, SeverityFacts.Name.dataLoss, { .flag($0) }) { $0 == expected }
        case .all(let parts): Self.joined(parts.map { $0.finding(in: facts) }, breaker: .fails, otherwise: .holds)
        case .any(let parts): Self.joined(parts.map { $0.finding(in: facts) }, breaker: .holds, otherwise: .fails)
        }
    }

    private static func finding<Value>(
        _ fact: Sourced<Value>?, _ name: String, _ value: (Value) -> FactValue, holds: (Value) -> Bool
    ) -> ConditionFinding {
        guard let fact else { return ConditionFinding(answer: .undecided, missing: [name]) }
        return ConditionFinding(
            answer: holds(fact.value) ? .holds : .fails,
            facts: [RecordedFact(name, value(fact.value), origin: fact.origin)])
    }

    /// The count decides; a share can only add to it, so that an export without shares leaves nothing undecided.
    private static func customers(_ facts: SeverityFacts, from: Int, shareFrom: Double?) -> ConditionFinding {
        let count = finding(facts.customers, SeverityFacts.Name.customers, { .count($0) }) { $0 >= from }
        guard count.answer != .holds, let shareFrom, facts.share != nil else { return count }
        let share = finding(facts.share, SeverityFacts.Name.share, { .number($0) }) { $0 >= shareFrom }
        return share.answer == .holds ? share : count
    }

    /// One part that answers `breaker` decides; without one, a part that is undecided leaves the whole so.
    private static func joined(
        _ parts: [ConditionFinding], breaker: ConditionFinding.Answer, otherwise: ConditionFinding.Answer
    ) -> ConditionFinding {
        if let part = parts.first(where: { $0.answer == breaker }) { return part }
        let undecided = parts.filter { $0.answer == .undecided }
        guard undecided.isEmpty else {
            return ConditionFinding(answer: .undecided, missing: undecided.flatMap(\.missing).unique)
        }
        return ConditionFinding(answer: otherwise, facts: parts.flatMap(\.facts).uniqueFacts)
    }
}

extension [String] {
    /// Every word once, where it stands first.
    var unique: [String] {
        var known: Set<String> = []
        return filter { known.insert($0).inserted }
    }
}

extension [RecordedFact] {
    /// Every fact once, by its name.
    fileprivate var uniqueFacts: [RecordedFact] {
        var known: Set<String> = []
        return filter { known.insert($0.name).inserted }
    }
}
