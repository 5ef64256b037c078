import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What is owed afterwards, whom it hands over to, how its phases went, and whether it happened before.
extension CoordinatorAssessment {
    func dutyJSON(_ item: PostIncidentDuties.Item) -> JSONDocument {
        .known(
            edition.members(of: item.state).merging([
                "clock": item.clock.map { .string($0) },
                "due": (item.state.due ?? item.due).map { .instant($0) },
                "duty": .string(item.duty.rawValue),
                "reason": .string(item.reason),
                "rule": edition.ruleJSON(item.rule),
            ]) { _, own in own })
    }

    func handoffJSON(_ item: Handoffs.Item) -> JSONDocument {
        var members: [String: JSONDocument?] = [
            "missing": .strings(item.missing.map(\.rawValue)),
            "name": .string(item.rule.name),
            "on": .string(item.rule.on.rawValue),
            "payload": .object(payload(of: item)),
            "rule": edition.ruleJSON(item.rule.origin),
            "skills": .strings(item.rule.skills),
            "team": .string(item.rule.team),
        ]
        switch item.state {
        case .triggered(let moments):
            members["state"] = "triggered"
            members["triggeredAt"] = .array(moments.map { .instant($0) })
        case .waiting(let milestone):
            members["state"] = "waiting"
            members["waitingFor"] = .string(milestone.rawValue)
        case .notTriggered(let reason):
            members["state"] = "notTriggered"
            members["reason"] = .string(reason)
        case .cannotBeTold(let lacking):
            members["state"] = "cannotBeTold"
            members["undecided"] = .strings(lacking)
        }
        return .known(members)
    }

    /// The facts by their paths in this document, and the policy's fixed words by their names.
    private func payload(of item: Handoffs.Item) -> [String: JSONDocument] {
        var payload: [String: JSONDocument] = [:]
        for part in item.rule.with { payload[part.name] = .strings(part.words) }
        for fact in item.payload { payload[fact.name] = .fact(fact.value) }
        return payload
    }

    var lifecycleJSON: JSONDocument {
        let review = conduct.lifecycle
        return [
            "checks": .array(review.checks.map(checkJSON)), "phases": .array(review.phases.map(phaseJSON)),
            "state": .string(review.state.rawValue),
        ]
    }

    private func phaseJSON(_ phase: LifecycleReview.Phase) -> JSONDocument {
        var members: [String: JSONDocument?] = [
            "owners": .strings(phase.owners), "phase": .string(phase.state.rawValue),
        ]
        switch phase.entry {
        case .entered(let mark):
            members["entry"] = "entered"
            members["at"] = .instant(mark.instant)
            members["milestone"] = .string(mark.milestone.rawValue)
            members["origin"] = edition.originJSON(mark.origin)
        case .cannotBeTold: members["entry"] = "cannotBeTold"
        case .notYet: members["entry"] = "notYet"
        }
        return .known(members)
    }

    private func checkJSON(_ check: LifecycleReview.Check) -> JSONDocument {
        var members: [String: JSONDocument?] = [
            "id": .string(check.rule.id), "on": .string(check.rule.on.rawValue),
            "rule": edition.ruleJSON(check.rule.origin), "title": .string(check.rule.title),
        ]
        switch check.state {
        case .proven(let facts):
            members["state"] = "proven"
            members["facts"] = edition.json(facts)
        case .absent(let places):
            members["state"] = "absent"
            members["missing"] = .strings(places)
        case .waiting(let milestone):
            members["state"] = "waiting"
            members["waitingFor"] = .string(milestone.rawValue)
        case .notApplicable(let reason):
            members["state"] = "notApplicable"
            members["reason"] = .string(reason)
        case .cannotBeTold(let missing):
            members["state"] = "cannotBeTold"
            members["missing"] = .strings(missing)
        }
        return .known(members)
    }

    /// `nil` where nobody looked.
    var recurrenceJSON: JSONDocument? {
        switch conduct.recurrence {
        case .recurs(let earlier, let sameCause, let titleAlike)?:
            [
                "earlier": .array(earlier.map(earlierJSON)), "sameCause": .integer(sameCause), "state": "recurs",
                "titleAlike": .integer(titleAlike),
            ]
        case .noneFound(let count)?: ["among": .integer(count), "state": "noneFound"]
        case .cannotBeTold(let missing)?: ["missing": .strings(missing), "state": "cannotBeTold"]
        case nil: .none
        }
    }

    private func earlierJSON(_ earlier: Recurrence.Earlier) -> JSONDocument {
        var members: [String: JSONDocument?] = [
            "detectedAt": .instant(earlier.detected), "id": .string(earlier.id),
            "origin": edition.originJSON(earlier.origin), "system": .string(earlier.system),
        ]
        switch earlier.rule {
        case .sameCause(let words):
            members["match"] = "sameCause"
            members["cause"] = .string(words)
        case .titleAlike(let share):
            members["match"] = "titleAlike"
            members["likeness"] = .number(share)
        }
        return .known(members)
    }
}
