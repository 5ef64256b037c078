import Diagnostics
import IncidentModel

/// Decides the lines of the checklists of one incident.
struct CheckDesk {
    typealias State = LifecycleReview.CheckState

    let known: KnownIncident
    let messages: CommunicationsDue

    func state(of rule: Policy.CheckRule) -> State {
        if let severity = known.severity {
            guard rule.severities.contains(severity) else { return .notApplicable("not asked at \(severity.title)") }
        } else if rule.severities.count < Severity.allCases.count {
            return .cannotBeTold(["severity"])
        }
        guard known.instant(of: rule.on) != nil else {
            return known.isProven(rule.on) ? .cannotBeTold([rule.on.rawValue]) : .waiting(rule.on)
        }
        switch rule.proof {
        case .text: return byText(rule)
        case .messages: return byMessages(rule)
        case .documentation: return documentation
        case .postMortem: return planned(rule, done: known.fact(of: .reviewed))
        case .followUp: return planned(rule, done: nil)
        }
    }

    private func byText(_ rule: Policy.CheckRule) -> State {
        if let fact = known.texts.first(matching: rule.recordedAs) { return .proven([fact]) }
        return known.texts.isEmpty ? .cannotBeTold(["timeline"]) : .absent(["timeline"])
    }

    /// Every message that the state asks for went out, in time or not.
    private func byMessages(_ rule: Policy.CheckRule) -> State {
        let asked = messages.items(of: rule.on == .resolved ? .resolved : .mitigating)
            .filter { $0.state.kind != .notApplicable }
        guard !asked.isEmpty else { return .notApplicable("no message is asked for") }
        let lacking = asked.filter { $0.state.isOwed || $0.state.kind == .absent }
        if !lacking.isEmpty { return .absent(lacking.map(\.message.title)) }
        let facts = asked.compactMap { item in
            if case .done(let fact?, _) = item.state { fact } else { nil }
        }
        guard facts.count == asked.count else {
            return .cannotBeTold(asked.filter { $0.state.kind != .done }.map(\.message.title))
        }
        return .proven(facts)
    }

    private var documentation: State {
        let facts = [FactPath.timeline, .actions].map { ($0, $0.fact(of: known)) }
        let missing = facts.filter { $0.1 == nil }.map(\.0.rawValue)
        if missing.isEmpty { return .proven(facts.compactMap(\.1)) }
        return missing.count == facts.count ? .cannotBeTold(missing) : .absent(missing)
    }

    /// Done, or an action of any state that plans it, or a text that says so.
    private func planned(_ rule: Policy.CheckRule, done: RecordedFact?) -> State {
        let action = known.incident.actions.first {
            $0.state != .cancelled && rule.recordedAs.phrase(in: $0.text) != nil
        }
        let planned = action.map {
            RecordedFact(FactPath.actions.rawValue, .text($0.text), origin: $0.origin)
        }
        if let fact = done ?? planned ?? known.texts.first(matching: rule.recordedAs) { return .proven([fact]) }
        return known.texts.isEmpty && known.incident.actions.isEmpty
            ? .cannotBeTold(["timeline", "nextActions"]) : .absent(["timeline", "nextActions"])
    }
}
