import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The severity and the people: what the facts and the plan ask for, and what is on record.
extension ConductTable {
    var severity: ConductRow {
        let assessment = conduct.severity
        let rules = assessment.matched.map { "“\($0.rule.name)”" }
        let holes = [
            "declared": assessment.declared?.value.title ?? "–", "assessed": assessment.severity?.title ?? "–",
            "most": assessment.atMost?.title ?? "–", "rules": rules.isEmpty ? "–" : Phrasing.list(rules),
        ]
        func said(_ name: String) -> ConductRow.Result { .told(phrasing.phrases("conduct.severity." + name, holes)) }
        let result: ConductRow.Result =
            switch assessment.comparison {
            case .same: said("same")
            case .underDeclared: said("under")
            case .overDeclared: said("over")
            case .noRuleFits: said("noRule")
            case .cannotBeAssessed(let missing): .untold(missing)
            }
        return ConductRow(
            what: phrasing.phrases("conduct.severityRow"), result: result, evidence: assessment.declared?.origin,
            rule: assessment.matched.first?.rule.origin)
    }

    var team: [ConductRow] {
        guard let plan = conduct.response else { return [] }
        let roles = plan.roles.map { presence($0.role.title, $0.presence, plan.rule) }
        let channel = plan.channelPresence.map {
            [presence(phrasing.phrases("conduct.channel", ["what": plan.channelTitle]), $0, plan.rule)]
        }
        let executives = plan.executives.map {
            presence(phrasing.phrases("conduct.notice", ["what": $0.role.title]), $0.presence, plan.rule)
        }
        return roles + (channel ?? []) + executives
    }

    private func presence(_ what: String, _ presence: Presence, _ rule: Origin) -> ConductRow {
        switch presence {
        case .onRecord(let fact):
            let words = "\(fact.value)" + (fact.instant.map { ", \(phrasing.moment($0))" } ?? "")
            return ConductRow(what: what, result: .told(words), evidence: fact.origin, rule: rule)
        case .notOnRecord:
            return ConductRow(what: what, result: .told(phrasing.phrases("conduct.notOnRecord")), rule: rule)
        case .cannotBeTold(let missing): return ConductRow(what: what, result: .untold(missing), rule: rule)
        }
    }

    func words(_ trigger: EscalationTrigger) -> String { phrasing.phrases("trigger." + trigger.rawValue) }

    func words(_ duty: PostIncidentDuty) -> String { phrasing.phrases("conduct.duty." + duty.rawValue) }
}
