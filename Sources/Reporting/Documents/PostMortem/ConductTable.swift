import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The conduct of one incident in rows.
struct ConductTable {
    let edition: Edition
    let conduct: IncidentConduct
    private var phrasing: Phrasing { edition.phrasing }

    /// What is known, and what is owed by now.
    var told: [ConductRow] {
        rows.filter { if case .told = $0.result { true } else { false } }
    }

    /// What is owed once a milestone comes, by milestone.
    private(set) var waiting: [(milestone: Milestone, what: [String])] = []
    /// Triggers of an escalation that the record could show, and does not.
    private(set) var quiet: [String] = []
    /// Whom the policy hands over to, and since when: what was asked for, not what is on record.
    private(set) var handoffs: [String] = []
    private var rows: [ConductRow] = []

    init(edition: Edition, conduct: IncidentConduct) {
        self.edition = edition
        self.conduct = conduct
        rows = [severity] + team
        escalation()
        for item in conduct.communications.items {
            add("Message: \(item.message.title)", item.state, item.message.origin)
        }
        for item in conduct.duties.items where !isJudged(item) {
            add("Duty: \(Self.words(item.duty))", item.state, item.rule)
        }
        handOver()
    }

    private mutating func wait(for milestone: Milestone, _ what: String) {
        if let place = waiting.firstIndex(where: { $0.milestone == milestone }) {
            waiting[place].what.append(what)
        } else {
            waiting.append((milestone, [what]))
        }
    }

    /// What cannot be told, by what is missing; in the order of the policy.
    var untold: [(missing: String, what: [String])] {
        var order: [String] = []
        var found: [String: [String]] = [:]
        for row in rows {
            guard case .untold(let missing) = row.result else { continue }
            let key = Phrasing.list(missing.isEmpty ? ["more facts"] : missing)
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(row.what)
        }
        return order.map { ($0, found[$0] ?? []) }
    }

    // MARK: Severity

    private var severity: ConductRow {
        let assessment = conduct.severity
        let rules = Phrasing.list(assessment.matched.map { "“\($0.rule.name)”" })
        let by = rules.isEmpty ? "" : " (rule \(rules))"
        let declared = assessment.declared?.value.title ?? "no severity"
        let asked = assessment.severity?.title ?? "none"
        let result: ConductRow.Result =
            switch assessment.comparison {
            case .same: .told("\(declared) was declared, as the facts ask for\(by)")
            case .underDeclared: .told("\(declared) was declared; the facts ask for \(asked)\(by)")
            case .overDeclared:
                .told("\(declared) was declared; the facts ask for \(assessment.atMost?.title ?? asked) at most\(by)")
            case .noRuleFits: .told("\(declared) was declared; every fact is known, and no rule of the policy fits")
            case .cannotBeAssessed(let missing): .untold(missing)
            }
        return ConductRow(
            what: "Severity", result: result, evidence: assessment.declared?.origin,
            rule: assessment.matched.first?.rule.origin)
    }

    // MARK: Response

    private var team: [ConductRow] {
        guard let plan = conduct.response else { return [] }
        let roles = plan.roles.map { presence($0.role.title, $0.presence, plan.rule) }
        let executives = plan.executives.map { presence("Notice to \($0.role.title)", $0.presence, plan.rule) }
        let channel = plan.channelPresence.map { [presence("Channel: \(plan.channelTitle)", $0, plan.rule)] } ?? []
        return roles + channel + executives
    }

    private func presence(_ what: String, _ presence: Presence, _ rule: Origin) -> ConductRow {
        switch presence {
        case .onRecord(let fact):
            ConductRow(
                what: what, result: .told("on record: \(fact.value)\(at(fact.instant))"), evidence: fact.origin,
                rule: rule)
        case .notOnRecord: ConductRow(what: what, result: .told("not on record"), rule: rule)
        case .cannotBeTold(let missing): ConductRow(what: what, result: .untold(missing), rule: rule)
        }
    }

    private func at(_ instant: Instant?) -> String { instant.map { ", \(phrasing.moment($0))" } ?? "" }

    // MARK: Escalation

    private mutating func escalation() {
        for finding in conduct.escalation.findings {
            let what = "Escalation: \(Self.words(finding.trigger))"
            switch finding.state {
            case .fired(let firings):
                rows += firings.map { firing in
                    let moment = firing.moment.map { "at \(phrasing.moment($0))" } ?? "at a moment not on record"
                    return ConductRow(
                        what: what, result: .told("due \(moment): \(answer(firing.answer))"),
                        evidence: firing.evidence.origin, rule: finding.rule)
                }
            case .quiet: quiet.append(Self.words(finding.trigger))
            case .notApplicable: break
            case .cannotBeTold(let missing):
                rows.append(ConductRow(what: what, result: .untold(missing), rule: finding.rule))
            }
        }
    }

    private static func words(_ trigger: EscalationTrigger) -> String {
        switch trigger {
        case .silence: "no update for too long"
        case .customersDoubled: "the count of affected customers grew"
        case .strategicRequest: "a strategic account asked for it"
        case .dataIntegrity: "a concern about data"
        }
    }

    private func answer(_ answer: EscalationTriggers.Answer) -> String {
        switch answer {
        case .escalated(let fact): "escalated\(at(fact.instant))"
        case .escalatedLate(let fact, let by): "escalated late by \(Phrasing.duration(by))\(at(fact.instant))"
        case .open(let until): "not escalated so far, time until \(phrasing.moment(until))"
        case .notOnRecord: "no escalation is on record"
        case .cannotBeTold: "whether it was escalated cannot be told"
        }
    }

    // MARK: Messages, duties, handoffs

    /// A clock that judges a duty has the last word, and stands among the clocks; only what it cannot see is added.
    private func isJudged(_ item: PostIncidentDuties.Item) -> Bool {
        guard let clock = item.duty.clock, conduct.verdicts.contains(where: { $0.clock == clock }) else { return false }
        if case .done(.some, _) = item.state, item.clock == nil { return false }
        return true
    }

    static func words(_ duty: PostIncidentDuty) -> String {
        switch duty {
        case .postMortem: "post-mortem"
        case .preventionActions: "action items for prevention"
        case .databaseEntry: "entry in the incident database"
        case .runbookUpdate: "update of the runbooks"
        case .resolutionMail: "resolution email to all affected"
        case .csmCall: "contact with each strategic account"
        case .remediationOffer: "offer of remediation"
        case .executiveApology: "apology by an executive"
        }
    }

    private mutating func add(_ what: String, _ state: DutyState, _ rule: Origin?) {
        var row = ConductRow(what: what, result: .untold([]), rule: rule)
        switch state {
        case .done(let fact, let timeliness):
            row.evidence = fact?.origin
            let when = at(fact?.instant)
            switch timeliness {
            case .inTime: row.result = .told("done in time\(when)")
            case .late(let by): row.result = .told("done, late by \(Phrasing.duration(by))\(when)")
            case .untold: row.result = .told("done\(when); whether in time cannot be told")
            }
        case .due(let due): row.result = .told(due.map { "due \(phrasing.moment($0))" } ?? "owed")
        case .overdue(let due, let by):
            row.result = .told("overdue by \(Phrasing.duration(by)) (was due \(phrasing.moment(due)))")
        case .waiting(let milestone):
            wait(for: milestone, what)
            return
        case .absent(let due):
            row.result = .told("not on record, though others are (was due \(phrasing.moment(due)))")
        case .notApplicable: return
        case .cannotBeTold(let missing): row.result = .untold(missing)
        }
        rows.append(row)
    }

    private mutating func handOver() {
        for item in conduct.handoffs.items {
            let what = "\(item.rule.team) (\(item.rule.skills.joined(separator: ", ")))"
            switch item.state {
            case .triggered(let moments):
                handoffs.append(what + (moments.first.map { " at \(phrasing.moment($0))" } ?? ""))
            case .waiting(let milestone): wait(for: milestone, "Handoff to \(what)")
            case .notTriggered: continue
            case .cannotBeTold(let missing):
                rows.append(
                    ConductRow(what: "Handoff to \(what)", result: .untold(missing), rule: item.rule.origin))
            }
        }
    }
}

extension ConductTable {
    var context: Context {
        let told = told
        return [
            "hasRows": .flag(!told.isEmpty),
            "rows": .list(told.map { $0.context(edition) }),
            "waiting": .list(
                waiting.map { part in
                    [
                        "milestone": .text(part.milestone.rawValue),
                        "what": .text(part.what.joined(separator: "; ").folded),
                    ]
                }),
            "quiet": .optional(quiet.isEmpty ? nil : quiet.joined(separator: "; ").folded),
            "handoffs": .optional(handoffs.isEmpty ? nil : handoffs.joined(separator: "; ").folded),
            "untold": .list(
                untold.map { part in
                    ["missing": .text(part.missing.folded), "what": .text(part.what.joined(separator: "; ").folded)]
                }),
        ]
    }
}
