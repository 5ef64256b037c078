import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "Impact": who and what was touched, each figure with its source.
extension PostMortem {
    var impact: Context {
        let impact = incident.impact
        let facts = impactFacts
        return [
            "summary": .paragraphs(impact.summary?.value),
            "times": .list(times),
            "facts": .list(facts.map(fact)),
            "isUnknown": .flag(impact.summary?.value.trimmed == nil && facts.isEmpty),
            "hasHistory": .flag(!impact.history.isEmpty),
            "history": .list(impact.history.map(count)),
            "hasAccounts": .flag(!accounts.isEmpty),
            "accounts": .list(accounts.map(account)),
        ]
    }

    struct Fact {
        var name: String
        var value: String
        var origin: Origin
    }

    var impactFacts: [Fact] {
        let impact = incident.impact
        var facts: [Fact] = []
        func add<Value>(_ name: String, _ sourced: Sourced<Value>?, _ words: (Value) -> String) {
            if let sourced { facts.append(Fact(name: name, value: words(sourced.value), origin: sourced.origin)) }
        }
        add("Customers affected", impact.customersAffected, Phrasing.number)
        add("Strategic accounts affected", impact.strategicAccountsAffected, Phrasing.number)
        add("Revenue at risk", impact.revenueAtRisk) { "\(Phrasing.plain($0)) a year, in the currency of the export" }
        add("Data loss", impact.isDataLossPossible) { $0 ? "possible, as recorded" : "no risk, as recorded" }
        if let workaround = impact.workaround, let text = workaround.value.trimmed {
            facts.append(Fact(name: "Workaround", value: text, origin: workaround.origin))
        } else {
            add("Workaround", impact.isWorkaroundAvailable) {
                $0 ? "available, not described" : "none available"
            }
        }
        return facts
    }

    private func fact(_ fact: Fact) -> Context {
        [
            "name": .text(fact.name), "value": .text(fact.value.folded), "address": .text(edition.address(fact.origin)),
        ]
    }

    private func count(_ count: CustomerCount) -> Context {
        ["moment": .text(phrasing.moment(count.instant)), "customers": .text(Phrasing.number(count.customers))]
    }

    /// The accounts that the export names, in the order in which they are written to.
    private var accounts: [CustomerPriority] {
        CustomerPriority.order(
            incident.accounts, detected: incident.milestones[.detected]?.instant, by: edition.policy.customerPriority,
            usage: edition.usage)
    }

    private func account(_ priority: CustomerPriority) -> Context {
        let account = priority.account
        return [
            "name": .text((account.name?.trimmed ?? account.id).folded),
            "reason": .text(priority.tier.reason(by: edition.policy.customerPriority)),
            "manager": .text(account.customerSuccessManager?.trimmed?.folded ?? "–"),
        ]
    }
}
