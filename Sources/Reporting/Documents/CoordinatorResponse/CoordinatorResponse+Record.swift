import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the record says, under the coordinator's names.
extension CoordinatorResponse {
    var summaryJSON: JSONDocument {
        .known([
            "affectedService": incident.service.map { .string($0.value) },
            "causeCode": incident.causeCode.map { .string($0.value) },
            "description": incident.description.map { .string($0.value) },
            "detectedAt": Self.instant(incident.milestones.instant(of: .detected)),
            "resolution": incident.resolution.map { .string($0.value) },
            "rootCause": incident.rootCause.map { .string($0.value) },
            "source": incident.source.map { .string($0.value) },
            "team": incident.team.map { .string($0.value) },
            "title": incident.title.map { .string($0.value) },
        ])
    }

    var impactJSON: JSONDocument {
        let impact = incident.impact
        return .known([
            "customerShare": impact.customerShare.map { .plain($0.value) },
            "dataLossRisk": impact.isDataLossPossible.map { .bool($0.value) },
            "history": .given(
                !impact.history.isEmpty,
                .array(
                    impact.history.map {
                        ["at": .instant($0.instant), "totalCustomersAffected": .integer($0.customers)]
                    })),
            "impactDescription": impact.summary.map { .string($0.value) },
            "revenueAtRisk": impact.revenueAtRisk.map { .plain($0.value) },
            "strategicAccountsAffected": impact.strategicAccountsAffected.map { .integer($0.value) },
            "totalCustomersAffected": impact.customersAffected.map { .integer($0.value) },
            "workaround": impact.workaround.map { .string($0.value) },
            "workaroundAvailable": impact.isWorkaroundAvailable.map { .bool($0.value) },
        ])
    }

    /// Every milestone on record; below `inferred`, the rules by which some of them were found in the timeline.
    var lifecycleJSON: JSONDocument {
        var members: [String: JSONDocument] = [:]
        var inferred: [String: JSONDocument] = [:]
        for mark in incident.milestones.marks {
            let name = Self.name(of: mark.milestone)
            members[name] = .instant(mark.instant)
            if case .inferred(let rule) = mark.knowledge { inferred[name] = .string(rule) }
        }
        if !inferred.isEmpty { members["inferred"] = .object(inferred) }
        return .object(members)
    }

    static func name(of milestone: Milestone) -> String {
        switch milestone {
        case .started: "startedAt"
        case .detected: "detectedAt"
        case .triaged: "triagedAt"
        case .communicated: "firstCommunicationAt"
        case .mitigated: "mitigatedAt"
        case .resolved: "resolvedAt"
        case .closed: "closedAt"
        case .reviewed: "postMortemAt"
        }
    }

    /// Without the changes that were not believed: they would judge the incident when it is read back.
    var severityHistory: [JSONDocument] {
        let end = incident.milestones.instant(of: .resolved)
        return incident.severityHistory.compactMap { change in
            guard let severity = change.declared.severity else { return .none }
            let isOpen = end.map { change.instant <= $0 } ?? true
            if let judged = incident.severity?.value, isOpen, severity > judged { return .none }
            return .some(["at": .instant(change.instant), "severity": .string(severity.rawValue)])
        }
    }

    static func json(_ responder: Responder) -> JSONDocument {
        .known([
            "name": text(responder.name), "role": text(responder.role), "status": text(responder.status),
            "team": text(responder.team),
        ])
    }

    static func json(_ entry: TimelineEntry) -> JSONDocument {
        .known([
            "actor": text(entry.actor), "event": .string(entry.text),
            "kind": .given(entry.kind != .event, .string(entry.kind.rawValue)),
            "timestamp": .instant(entry.instant),
        ])
    }

    static func json(_ account: Account) -> JSONDocument {
        .known([
            "activeEscalation": .bool(account.hasActiveEscalation),
            "annualRevenue": account.annualRevenue.map { .plain($0) },
            "contact": .given(
                account.contactName != nil || account.contactAddress != nil,
                .known(["email": text(account.contactAddress), "name": text(account.contactName)])),
            "customerSuccessManager": text(account.customerSuccessManager),
            "executiveSponsor": text(account.executiveSponsor),
            "id": .string(account.id),
            "name": text(account.name),
            "renewalDate": account.renewal.map { .string(date($0)) },
            "segment": text(account.segment),
            "strategic": .bool(account.isStrategic),
            "usage": account.usage.map { .plain($0) },
        ])
    }

    static func json(_ deployment: Deployment) -> JSONDocument {
        .known([
            "actor": text(deployment.actor), "at": .instant(deployment.instant), "service": text(deployment.service),
            "version": text(deployment.version),
        ])
    }

    /// `relation` where the name is that of another incident, which this one belongs to.
    static func json(_ reference: Reference) -> JSONDocument {
        .known([
            "id": .string(reference.id),
            "relation": .given(reference.relation != .same, .string(reference.relation.rawValue)),
            "system": .string(reference.system),
        ])
    }

    /// The day alone for its first second in UTC.
    private static func date(_ instant: Instant) -> String {
        let text = instant.rfc3339
        return text.hasSuffix("T00:00:00Z") ? String(text.dropLast("T00:00:00Z".count)) : text
    }

    static func text(_ text: String?) -> JSONDocument? {
        guard let text, !text.isEmpty else { return .none }
        return .some(.string(text))
    }

    static func instant(_ instant: Instant?) -> JSONDocument? { instant.map { .string($0.rfc3339) } }
}
