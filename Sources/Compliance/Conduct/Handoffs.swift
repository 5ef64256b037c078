import Diagnostics
package import IncidentModel

/// Whom an incident hands over to: who is triggered, by which condition, when, and with what (specification,
/// "Integration Points", "Phase 5" and "Phase 6").
package struct Handoffs: Sendable, Equatable {
    package struct Item: Sendable, Equatable {
        package var rule: Policy.HandoffRule
        package var state: State
        /// The facts that go with it, as far as the record has them; in the order of the policy.
        package var payload: [RecordedFact]
        /// The facts that the policy asks for and the record lacks.
        package var missing: [FactPath]
    }

    package enum State: Sendable, Equatable {
        /// In order; several for a handoff that goes with every message.
        case triggered([Instant])
        case waiting(Milestone)
        case notTriggered(String)
        case cannotBeTold([String])
    }

    /// In the order of the policy.
    package let items: [Item]

    package static func of(
        _ known: KnownIncident, _ strategic: StrategicTouch, _ messages: CommunicationsDue,
        by rules: [Policy.HandoffRule]
    ) -> Handoffs {
        Handoffs(
            items: rules.map { rule in
                let facts = rule.payload.map { ($0, $0.fact(of: known)) }
                return Item(
                    rule: rule, state: state(of: rule, known, strategic, messages),
                    payload: facts.compactMap(\.1), missing: facts.filter { $0.1 == nil }.map(\.0))
            })
    }

    private static func state(
        of rule: Policy.HandoffRule, _ known: KnownIncident, _ strategic: StrategicTouch, _ messages: CommunicationsDue
    ) -> State {
        if let severity = known.severity {
            guard rule.severities.contains(severity) else { return .notTriggered("not at \(severity.title)") }
        } else if rule.severities.count < Severity.allCases.count {
            return .cannotBeTold(["severity"])
        }
        if rule.isForStrategicAccounts {
            switch strategic {
            case .touched: break
            case .untouched: return .notTriggered("no strategic account is affected, as recorded")
            case .cannotBeTold: return .cannotBeTold([StrategicTouch.countName])
            }
        }
        switch rule.on {
        case .milestone(let milestone):
            if let instant = known.instant(of: milestone) { return .triggered([instant]) }
            return known.isProven(milestone) ? .cannotBeTold([milestone.rawValue]) : .waiting(milestone)
        case .statusUpdate: return statusUpdates(known, messages)
        }
    }

    /// A message is drafted when the milestone comes that asks for it.
    private static func statusUpdates(_ known: KnownIncident, _ messages: CommunicationsDue) -> State {
        let asked = messages.items.filter { $0.state.kind != .notApplicable }
        let moments = Set(asked.compactMap { known.instant(of: $0.message.from) }).sorted()
        if !moments.isEmpty { return .triggered(moments) }
        guard let first = asked.first else { return .notTriggered("no message is asked for") }
        return known.isProven(first.message.from)
            ? .cannotBeTold([first.message.from.rawValue]) : .waiting(first.message.from)
    }
}
