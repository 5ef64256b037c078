import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Facts, states and answers of the conduct as data. What does not apply is left out.
extension Edition {
    func json(_ fact: RecordedFact) -> JSONDocument {
        .known([
            "at": fact.instant.map { .instant($0) }, "name": .string(fact.name), "origin": originJSON(fact.origin),
            "value": .fact(fact.value),
        ])
    }

    func json(_ facts: [RecordedFact]) -> JSONDocument { .array(facts.map(json)) }

    /// Where a rule of the policy stands.
    func ruleJSON(_ origin: Origin?) -> JSONDocument? { origin.map { .string(policyAddress($0)) } }

    func members(of state: DutyState) -> [String: JSONDocument?] {
        var members: [String: JSONDocument?] = [
            "due": state.due.map { .instant($0) }, "state": .string(state.kind.rawValue),
        ]
        switch state {
        case .done(let fact, let timeliness):
            members["evidence"] = fact.map(json)
            switch timeliness {
            case .inTime: members["timeliness"] = "inTime"
            case .late(let by):
                members["timeliness"] = "late"
                members["bySeconds"] = .seconds(by)
            case .untold: members["timeliness"] = "untold"
            }
        case .overdue(_, let by): members["bySeconds"] = .seconds(by)
        case .waiting(let milestone): members["waitingFor"] = .string(milestone.rawValue)
        case .notApplicable(let reason): members["reason"] = .string(reason)
        case .cannotBeTold(let missing): members["missing"] = .strings(missing)
        case .due, .absent: break
        }
        return members
    }

    func members(of presence: Presence) -> [String: JSONDocument?] {
        switch presence {
        case .onRecord(let fact): ["evidence": json(fact), "presence": "onRecord"]
        case .notOnRecord: ["presence": "notOnRecord"]
        case .cannotBeTold(let missing): ["missing": .strings(missing), "presence": "cannotBeTold"]
        }
    }
}

extension JSONDocument {
    static func fact(_ value: FactValue) -> JSONDocument {
        switch value {
        case .text(let text): .string(text)
        case .count(let count): .integer(count)
        case .number(let number): .plain(number)
        case .flag(let flag): .bool(flag)
        case .instant(let instant): .instant(instant)
        case .list(let items): .strings(items)
        }
    }
}

extension DutyState {
    /// The moment that the state names.
    var due: Instant? {
        switch self {
        case .due(let due): due
        case .overdue(let due, _), .absent(let due): due
        case .done, .waiting, .notApplicable, .cannotBeTold: nil
        }
    }
}
