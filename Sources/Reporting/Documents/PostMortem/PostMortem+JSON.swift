import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// `debrief/post-mortem/1`: the facts of the page as data, uncut, each with its source. Holes are `null`.
extension PostMortem {
    var json: JSONDocument {
        [
            "actions": .array(
                listedActions.map { $0.json(edition).adding(["id": .string($0.id)]) }),
            "asOf": .instant(edition.asOf),
            "clocks": .array(assessed.verdicts.map(json)),
            "closedSinceEarlier": closedSinceEarlierJSON,
            "conduct": conductJSON,
            "communications": .array(incident.communications.map(json)),
            "contradiction": .optional(words.contradiction),
            "deployments": .array(incident.deployments.map(json)),
            "description": .sourced(incident.description, edition),
            "duty": dutyJSON,
            "id": .string(incident.id),
            "impact": impactJSON,
            "lessons": lessonsJSON,
            "milestones": .array(Milestone.allCases.map(json)),
            "openSinceEarlier": openSinceEarlierJSON,
            "phases": .array(phases.map(json)),
            "origins": .array(incident.records.map { edition.originJSON($0.origin) }),
            "policy": edition.policyJSON,
            "references": .array(
                incident.references.map { ["id": .string($0.id), "system": .string($0.system)] }),
            "reopenings": .integer(incident.reopenings),
            "resolution": .sourced(incident.resolution, edition),
            "responders": .array(incident.responders.map(json)),
            "rootCause": JSONDocument.sourced(incident.rootCause, edition)
                .adding(["confirmed": .bool(incident.isCauseConfirmed)]),
            "schema": "debrief/post-mortem/1",
            "service": .sourced(incident.service, edition),
            "severity": [
                "judged": .optional(incident.severity?.value.rawValue),
                "word": .optional(incident.declared?.word.value),
            ],
            "source": .sourced(incident.source, edition),
            "state": .string(incident.state.rawValue),
            "statusWord": .optional(incident.statusWord?.value),
            "system": .string(incident.system),
            "team": .sourced(incident.team, edition),
            "timeSpans": timeSpansJSON,
            "timeline": .array(entries.map(json)),
            "timelineGaps": .array(gaps(between: entries).map(json)),
            "title": .sourced(incident.title, edition),
        ]
    }

    private var dutyJSON: JSONDocument {
        let standing =
            switch assessed.postMortem {
            case .mandatory: "mandatory"
            case .requested: "requested"
            case .recurring: "recurring"
            case .done: "done"
            case .notRequired: "not-required"
            }
        return ["due": .instant(assessed.postMortem.due), "standing": .string(standing)]
    }

    private var impactJSON: JSONDocument {
        let impact = incident.impact
        return [
            "customersAffected": .optional(impact.customersAffected?.value),
            "dataLossPossible": impact.isDataLossPossible.map { .bool($0.value) } ?? .null,
            "revenueAtRisk": .optional(impact.revenueAtRisk?.value),
            "strategicAccountsAffected": .optional(impact.strategicAccountsAffected?.value),
            "summary": .sourced(impact.summary, edition),
            "workaround": .sourced(impact.workaround, edition),
        ]
    }

    private func json(_ judged: JudgedClock) -> JSONDocument {
        let clock = edition.clock(judged.clock)
        var members = edition.members(of: judged.verdict, limit: judged.limit)
        members["clock"] = .string(judged.clock)
        members["from"] = .optional(clock?.start.words)
        members["to"] = .optional(clock?.stop.words)
        members["parts"] = .array(judged.parts.map(edition.json))
        return .object(members)
    }

    private func json(_ milestone: Milestone) -> JSONDocument {
        let mark = incident.milestones[milestone]
        var rule: String?
        if case .inferred(let name)? = mark?.knowledge { rule = name }
        return [
            "at": .instant(mark?.instant),
            "inferredBy": .optional(rule),
            "milestone": .string(milestone.rawValue),
            "origin": mark.map { edition.originJSON($0.origin) } ?? .null,
        ]
    }

    private func json(_ message: Communication) -> JSONDocument {
        [
            "at": .instant(message.instant), "audience": .optional(message.audience), "body": .optional(message.text),
            "channel": .string(message.channel), "nextUpdate": .instant(message.nextUpdate),
            "origin": edition.originJSON(message.origin), "recipients": .optional(message.recipients),
        ]
    }

    private func json(_ deployment: Deployment) -> JSONDocument {
        [
            "actor": .optional(deployment.actor), "at": .instant(deployment.instant),
            "origin": edition.originJSON(deployment.origin), "service": .optional(deployment.service),
            "version": .optional(deployment.version),
        ]
    }

    private func json(_ responder: Responder) -> JSONDocument {
        [
            "name": .optional(responder.name), "origin": edition.originJSON(responder.origin),
            "role": .string(responder.role), "status": .optional(responder.status), "team": .optional(responder.team),
        ]
    }
}
