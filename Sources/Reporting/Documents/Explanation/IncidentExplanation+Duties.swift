import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What is owed after the incident, when it should have escalated, and which messages it owes.
extension IncidentExplanation {
    var duties: [Statement] { conduct.duties.items.map(duty) }

    func duty(_ item: PostIncidentDuties.Item) -> Statement {
        let clock = item.clock.map { [Statement("judged by", "the clock “\($0)”")] } ?? []
        return owed(
            item.duty.rawValue.hyphenated, item.state, due: item.due, rule: item.rule,
            parts: [Statement("reason", item.reason)] + clock)
    }

    var messages: [Statement] { conduct.communications.items.map(message) }

    func message(_ item: CommunicationsDue.Item) -> Statement {
        let rule = item.message
        let limits = Severity.allCases.compactMap { severity in
            rule.within[severity].map { "\(severity.title) \(Phrasing.limit($0))" }
        }
        let scope = rule.isForStrategicAccounts ? ", where a strategic account is affected" : ""
        let words =
            "\(rule.title), \(rule.channel.title) to \(rule.audience.title)\(scope), counted from “\(rule.from.rawValue)”: "
            + limits.joined(separator: ", ")
        return owed(rule.id, item.state, due: item.due, rule: rule.origin, parts: [Statement("rule", words)])
    }

    private func owed(
        _ name: String, _ state: DutyState, due: Instant?, rule: Origin?, parts: [Statement]
    ) -> Statement {
        var parts = parts
        if let rule { parts.append(Statement("policy", "“\(policy.name)”", exhibits: [room.exhibit(rule)])) }
        if case .done(let found?, _) = state { parts.append(fact("evidence", found)) }
        return Statement(
            name, words(state) + dueWords(due, state),
            values: ["due": .instant(due), "state": .string(state.kind.rawValue)], parts: parts)
    }

    /// A state that names its moment does not name it twice.
    private func dueWords(_ due: Instant?, _ state: DutyState) -> String {
        switch state {
        case .done, .waiting, .cannotBeTold: due.map { "; due \(phrasing.moment($0))" } ?? ""
        case .due, .overdue, .absent, .notApplicable: ""
        }
    }

    private func words(_ state: DutyState) -> String {
        switch state {
        case .done(_, .inTime): "done in time"
        case .done(_, .late(let by)): "done, late by \(Phrasing.duration(by))"
        case .done(_, .untold): "done; whether in time cannot be told"
        case .due(let due): due.map { "due \(phrasing.moment($0))" } ?? "due; no rule says by when"
        case .overdue(let due, let by): "overdue by \(Phrasing.duration(by)) (was due \(phrasing.moment(due)))"
        case .waiting(let milestone): "owed once it is \(milestone.rawValue)"
        case .absent(let due): "not on record, though others are (was due \(phrasing.moment(due)))"
        case .notApplicable(let reason): "does not apply: \(reason)"
        case .cannotBeTold(let missing): "cannot be told; not on record: \(Phrasing.list(missing))"
        }
    }

    // MARK: Escalation

    var triggers: [Statement] { conduct.escalation.findings.map(trigger) }

    func trigger(_ finding: EscalationTriggers.Finding) -> Statement {
        let rule = finding.rule.map {
            [Statement("policy", "“\(policy.name)”", exhibits: [room.exhibit($0)])]
        }
        let meaning = Statement("rule", Self.meaning(finding.trigger, policy.conduct.escalation))
        let name = finding.trigger.rawValue.hyphenated
        let words: String
        var firings: [Statement] = []
        switch finding.state {
        case .quiet: words = "did not fire: the record could show it, and does not"
        case .notApplicable(let reason): words = "does not apply: \(reason)"
        case .cannotBeTold(let missing): words = "cannot be told; not on record: \(Phrasing.list(missing))"
        case .fired(let all):
            words = "fired \(all.count == 1 ? "once" : "\(Phrasing.number(all.count)) times")"
            firings = all.map(firing)
        }
        return Statement(name, words, parts: [meaning] + (rule ?? []) + firings)
    }

    private func firing(_ firing: EscalationTriggers.Firing) -> Statement {
        let moment = firing.moment.map(phrasing.moment) ?? "at an unknown moment"
        var parts = [fact("evidence", firing.evidence)]
        let answer: String
        switch firing.answer {
        case .escalated(let found):
            answer = "an escalation is on record"
            parts.append(fact("escalation", found))
        case .escalatedLate(let found, let by):
            answer = "an escalation is on record, late by \(Phrasing.duration(by))"
            parts.append(fact("escalation", found))
        case .open(let until): answer = "no escalation so far; it has until \(phrasing.moment(until))"
        case .notOnRecord(let until): answer = "no escalation is on record by \(phrasing.moment(until))"
        case .cannotBeTold: answer = "whether it was escalated cannot be told"
        }
        return Statement("fired", "\(moment); \(answer)", parts: parts)
    }

    /// What makes an incident escalate by itself.
    static func meaning(_ trigger: EscalationTrigger, _ rule: Policy.EscalationRule) -> String {
        switch trigger {
        case .silence: "no update within \(Phrasing.plain(rule.silentIntervals)) times the update interval"
        case .customersDoubled: "the count of affected customers grew to \(Phrasing.plain(rule.customersTimes)) times"
        case .strategicRequest: "a text says by one of the policy's phrases that a strategic account asks for it"
        case .dataIntegrity: "a text says by one of the policy's phrases that data may be lost or wrong"
        }
    }
}
