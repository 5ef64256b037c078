import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the specification's rules say about one incident: the member `assessment` of a response document.
struct CoordinatorAssessment {
    let edition: Edition
    let assessed: AssessedIncident
    let conduct: IncidentConduct
    let rivals: [RivalVerdict]

    init(_ response: CoordinatorResponse) {
        edition = response.edition
        assessed = response.assessed
        conduct = response.conduct
        rivals = response.rivals
    }

    var json: JSONDocument {
        .known([
            "asOf": .instant(edition.asOf),
            "clocks": .array(assessed.verdicts.map(clockJSON)),
            "communicationsDue": .array(conduct.communications.items.map(messageJSON)),
            "conflicts": .array(assessed.incident.conflicts.map(conflictJSON)),
            "customerPriorities": .array(conduct.customers.priorities.map(priorityJSON)),
            "duties": .array(conduct.duties.items.map(dutyJSON)),
            "escalation": .array(conduct.escalation.findings.map(escalationJSON)),
            "handoffs": .array(conduct.handoffs.items.map(handoffJSON)),
            "lifecycle": lifecycleJSON,
            "policy": edition.policyJSON,
            "records": .array(assessed.incident.records.map(recordJSON)),
            "recurrence": recurrenceJSON,
            "response": conduct.response.map(responseJSON),
            "revenue": revenueJSON,
            "severity": severityJSON,
        ])
    }

    private func clockJSON(_ judged: JudgedClock) -> JSONDocument {
        var members = edition.members(of: judged.verdict, limit: judged.limit)
        members["id"] = .string(judged.clock)
        members["parts"] = .array(judged.parts.map(edition.json))
        members["title"] = .string(edition.title(ofClock: judged.clock))
        return .object(members)
    }

    private var severityJSON: JSONDocument {
        let severity = conduct.severity
        var members: [String: JSONDocument?] = [
            "assessed": .optional(severity.severity?.rawValue),
            "atMost": .optional(severity.atMost?.rawValue),
            "declared": .optional(severity.declared?.value.rawValue),
            "missing": .strings(severity.missing),
            "reasons": .array(severity.matched.map(rulingJSON)),
            "word": assessed.incident.declared.map { .string($0.word.value) },
        ]
        let comparison =
            switch severity.comparison {
            case .same: "same"
            case .underDeclared: "underDeclared"
            case .overDeclared: "overDeclared"
            case .cannotBeAssessed: "cannotBeAssessed"
            case .noRuleFits: "noRuleFits"
            }
        members["comparison"] = .string(comparison)
        return .known(members)
    }

    private func rulingJSON(_ ruling: SeverityAssessment.Ruling) -> JSONDocument {
        .known([
            "facts": edition.json(ruling.facts), "name": .string(ruling.rule.name),
            "rule": edition.ruleJSON(ruling.rule.origin),
        ])
    }

    private func recordJSON(_ record: IncidentRecord) -> JSONDocument {
        [
            "id": .string(record.id), "origin": edition.originJSON(record.origin), "system": .string(record.system),
        ]
    }

    private func conflictJSON(_ conflict: ClaimConflict) -> JSONDocument {
        [
            "believed": claimJSON(conflict.believed),
            "fact": .string(conflict.subject.name),
            "others": .array(conflict.others.map(claimJSON)),
            "rule": .string(conflict.rule),
            "wouldChange": .array(rivals.filter { conflict.others.contains($0.claim) }.map(rivalJSON)),
        ]
    }

    private func claimJSON(_ claim: Claim) -> JSONDocument {
        [
            "origin": edition.originJSON(claim.origin), "system": .string(claim.record.system),
            "words": .string(claim.words),
        ]
    }

    private func rivalJSON(_ rival: RivalVerdict) -> JSONDocument {
        let judged = assessed.verdicts.first { $0.clock == rival.clock }
        var members = edition.members(of: rival.verdict, limit: judged?.limit)
        members["clock"] = .string(rival.clock)
        members["insteadOf"] = .optional(judged?.verdict.kind.rawValue)
        members["system"] = .string(rival.claim.record.system)
        return .object(members)
    }
}
