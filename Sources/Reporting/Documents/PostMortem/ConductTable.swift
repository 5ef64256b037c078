import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The conduct of one incident in rows, and what fits into a line.
struct ConductTable {
    let edition: Edition
    let conduct: IncidentConduct
    var phrasing: Phrasing { edition.phrasing }

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
            add(phrasing.phrases("conduct.message", ["what": item.message.title]), item.state, item.message.origin)
        }
        for item in conduct.duties.items where !isJudged(item) {
            add(phrasing.phrases("conduct.duty", ["what": words(item.duty)]), item.state, item.rule)
        }
        handOver()
    }

    /// What is known, and what is owed by now.
    var told: [ConductRow] {
        rows.filter { if case .told = $0.result { true } else { false } }
    }

    /// What cannot be told, by what is missing; in the order of the policy.
    var untold: [(missing: String, what: [String])] {
        var order: [String] = []
        var found: [String: [String]] = [:]
        for row in rows {
            guard case .untold(let missing) = row.result else { continue }
            let key = missing.isEmpty ? phrasing.phrases("conduct.moreFacts") : Phrasing.list(missing)
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(row.what)
        }
        return order.map { ($0, found[$0] ?? []) }
    }

    private mutating func wait(for milestone: Milestone, _ what: String) {
        if let place = waiting.firstIndex(where: { $0.milestone == milestone }) {
            waiting[place].what.append(what)
        } else {
            waiting.append((milestone, [what]))
        }
    }

    // MARK: Escalation

    private mutating func escalation() {
        for finding in conduct.escalation.findings {
            let what = phrasing.phrases("conduct.escalation", ["what": words(finding.trigger)])
            switch finding.state {
            case .fired(let firings):
                rows += firings.map { firing in
                    ConductRow(
                        what: what, result: .told(answer(firing)), evidence: firing.evidence.origin,
                        rule: finding.rule)
                }
            case .quiet: quiet.append(words(finding.trigger))
            case .notApplicable: break
            case .cannotBeTold(let missing):
                rows.append(ConductRow(what: what, result: .untold(missing), rule: finding.rule))
            }
        }
    }

    private func answer(_ firing: EscalationTriggers.Firing) -> String {
        let due = firing.moment.map(phrasing.moment) ?? phrasing.phrases("conduct.noMoment")
        switch firing.answer {
        case .escalated(let fact): return phrasing.phrases("conduct.escalated", ["due": due, "when": when(fact)])
        case .escalatedLate(let fact, let by):
            return phrasing.phrases(
                "conduct.escalatedLate", ["due": due, "by": Phrasing.duration(by), "when": when(fact)])
        case .open(let until):
            return phrasing.phrases("conduct.escalationOpen", ["due": due, "until": phrasing.moment(until)])
        case .notOnRecord: return phrasing.phrases("conduct.notEscalated", ["due": due])
        case .cannotBeTold: return phrasing.phrases("conduct.escalationUntold", ["due": due])
        }
    }

    // MARK: Messages, duties, handoffs

    /// A clock that judges a duty has the last word, and stands among the clocks; only what it cannot see is added.
    private func isJudged(_ item: PostIncidentDuties.Item) -> Bool {
        guard let clock = item.duty.clock, conduct.verdicts.contains(where: { $0.clock == clock }) else { return false }
        if case .done(.some, _) = item.state, item.clock == nil { return false }
        return true
    }

    private mutating func add(_ what: String, _ state: DutyState, _ rule: Origin?) {
        var row = ConductRow(what: what, result: .untold([]), rule: rule)
        switch state {
        case .done(let fact, let timeliness):
            row.evidence = fact?.origin
            row.result = .told(words(fact, timeliness))
        case .due(let due):
            row.result = .told(
                due.map { phrasing.phrases("conduct.due", ["due": phrasing.moment($0)]) }
                    ?? phrasing.phrases("conduct.owed"))
        case .overdue(let due, let by):
            row.result = .told(
                phrasing.phrases("conduct.overdue", ["by": Phrasing.duration(by), "due": phrasing.moment(due)]))
        case .waiting(let milestone):
            wait(for: milestone, what)
            return
        case .absent(let due):
            row.result = .told(phrasing.phrases("conduct.absent", ["due": phrasing.moment(due)]))
        case .notApplicable: return
        case .cannotBeTold(let missing): row.result = .untold(missing)
        }
        rows.append(row)
    }

    private func words(_ fact: RecordedFact?, _ timeliness: DutyState.Timeliness) -> String {
        let when = when(fact)
        return switch timeliness {
        case .inTime: phrasing.phrases("conduct.inTime", ["when": when])
        case .late(let by): phrasing.phrases("conduct.late", ["by": Phrasing.duration(by), "when": when])
        case .untold: phrasing.phrases("conduct.untold", ["when": when])
        }
    }

    private mutating func handOver() {
        for item in conduct.handoffs.items {
            let what = "\(item.rule.team) (\(item.rule.skills.joined(separator: ", ")))"
            switch item.state {
            case .triggered(let moments):
                handoffs.append(what + (moments.first.map { " " + phrasing.moment($0) } ?? ""))
            case .waiting(let milestone): wait(for: milestone, phrasing.phrases("conduct.handoff", ["what": what]))
            case .notTriggered: continue
            case .cannotBeTold(let missing):
                rows.append(
                    ConductRow(
                        what: phrasing.phrases("conduct.handoff", ["what": what]), result: .untold(missing),
                        rule: item.rule.origin))
            }
        }
    }

    /// When a fact was, or that nobody says so.
    private func when(_ fact: RecordedFact?) -> String {
        fact?.instant.map(phrasing.moment) ?? phrasing.phrases("conduct.noMoment")
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
