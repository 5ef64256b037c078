import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Who responds, who is told, and what should have escalated.
extension CoordinatorAssessment {
    func responseJSON(_ plan: ResponsePlan) -> JSONDocument {
        .known([
            "channel": .known(
                (plan.channelPresence.map(edition.members) ?? [:]).merging([
                    "name": .string(plan.channel), "title": .string(plan.channelTitle),
                ]) { _, own in own }),
            "missingRoles": .strings(plan.missingRoles.map(\.title)),
            "notify": .array(plan.executives.map(roleJSON)),
            "roles": .array(plan.roles.map(roleJSON)),
            "rule": edition.ruleJSON(plan.rule),
            "severity": .string(plan.severity.rawValue),
            "updatesEverySeconds": .seconds(plan.updatesEvery),
        ])
    }

    private func roleJSON(_ check: ResponsePlan.RoleCheck) -> JSONDocument {
        .known(edition.members(of: check.presence).merging(["role": .string(check.role.title)]) { _, own in own })
    }

    func priorityJSON(_ priority: CustomerPriority) -> JSONDocument {
        [
            "account": .string(priority.account.id),
            "facts": edition.json(priority.facts),
            "reason": .string(priority.tier.reason(by: edition.policy.customerPriority)),
            "tier": .integer(priority.tier.rawValue),
        ]
    }

    var revenueJSON: JSONDocument {
        let check = conduct.customers.revenue
        return [
            "accountsWithoutRevenue": .strings(check.withoutRevenue.map(\.id)),
            "difference": check.difference.map { .plain($0) } ?? .null,
            "exported": check.exported.map { .plain($0.value) } ?? .null,
            "finding": .string(check.finding.rawValue),
            "sumOfAccounts": check.sum.map { .plain($0) } ?? .null,
        ]
    }

    func messageJSON(_ item: CommunicationsDue.Item) -> JSONDocument {
        .known(
            edition.members(of: item.state).merging([
                "audience": .string(item.message.audience.id),
                "channel": .string(item.message.channel.id),
                "due": item.due.map { .instant($0) },
                "id": .string(item.message.id),
                "lifecycleState": .string(item.message.state.rawValue),
                "rule": edition.ruleJSON(item.message.origin),
                "title": .string(item.message.title),
            ]) { _, own in own })
    }

    func escalationJSON(_ finding: EscalationTriggers.Finding) -> JSONDocument {
        var members: [String: JSONDocument?] = [
            "rule": edition.ruleJSON(finding.rule), "trigger": .string(finding.trigger.rawValue),
        ]
        switch finding.state {
        case .fired(let firings):
            members["state"] = "fired"
            members["firings"] = .array(firings.map(firingJSON))
        case .quiet: members["state"] = "quiet"
        case .notApplicable(let reason):
            members["state"] = "notApplicable"
            members["reason"] = .string(reason)
        case .cannotBeTold(let missing):
            members["state"] = "cannotBeTold"
            members["missing"] = .strings(missing)
        }
        return .known(members)
    }

    private func firingJSON(_ firing: EscalationTriggers.Firing) -> JSONDocument {
        var members: [String: JSONDocument?] = [
            "evidence": edition.json(firing.evidence), "firedAt": firing.moment.map { .instant($0) },
        ]
        switch firing.answer {
        case .escalated(let fact):
            members["answer"] = "escalated"
            members["escalation"] = edition.json(fact)
        case .escalatedLate(let fact, let by):
            members["answer"] = "escalatedLate"
            members["bySeconds"] = .seconds(by)
            members["escalation"] = edition.json(fact)
        case .open(let until):
            members["answer"] = "open"
            members["until"] = .instant(until)
        case .notOnRecord(let until):
            members["answer"] = "notOnRecord"
            members["until"] = .instant(until)
        case .cannotBeTold: members["answer"] = "cannotBeTold"
        }
        return .known(members)
    }
}
