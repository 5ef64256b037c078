import Diagnostics
import IncidentModel

/// A fact that a handoff can carry, by the coordinator's own name for it (specification, "Response Format").
package enum FactPath: String, Sendable, CaseIterable {
    case incidentID = "incidentId"
    case severity
    case status
    case title = "incidentSummary.title"
    case description = "incidentSummary.description"
    case detectedAt = "incidentSummary.detectedAt"
    case affectedService = "incidentSummary.affectedService"
    case rootCause = "incidentSummary.rootCause"
    case impact = "impactAssessment.impactDescription"
    case customersAffected = "impactAssessment.totalCustomersAffected"
    case strategicAccounts = "impactAssessment.strategicAccountsAffected"
    case revenueAtRisk = "impactAssessment.revenueAtRisk"
    case workaround = "impactAssessment.workaround"
    case dataLossRisk = "impactAssessment.dataLossRisk"
    case resolvedAt = "lifecycle.resolvedAt"
    case nextUpdate = "communications.nextScheduledUpdate"
    case accounts = "affectedCustomers"
    case timeline
    case actions = "nextActions"

    /// What the incident says, with who said it; `nil` where it says nothing.
    package func fact(of known: KnownIncident) -> RecordedFact? {
        let incident = known.incident
        switch self {
        case .incidentID: return RecordedFact(rawValue, .text(incident.id), origin: incident.origin)
        case .severity: return incident.severity.map { fact(.text($0.value.rawValue), $0.origin) }
        case .status: return RecordedFact(rawValue, .text(incident.state.rawValue), origin: incident.origin)
        case .title: return text(incident.title)
        case .description: return text(incident.description)
        case .detectedAt: return moment(.detected, incident)
        case .affectedService: return text(incident.service)
        case .rootCause: return text(incident.rootCause)
        case .impact: return text(incident.impact.summary)
        case .customersAffected: return incident.impact.customersAffected.map { fact(.count($0.value), $0.origin) }
        case .strategicAccounts:
            return incident.impact.strategicAccountsAffected.map { fact(.count($0.value), $0.origin) }
        case .revenueAtRisk: return incident.impact.revenueAtRisk.map { fact(.number($0.value), $0.origin) }
        case .workaround: return text(incident.impact.workaround)
        case .dataLossRisk: return incident.impact.isDataLossPossible.map { fact(.flag($0.value), $0.origin) }
        case .resolvedAt: return moment(.resolved, incident)
        case .nextUpdate: return nextUpdate(incident)
        case .accounts: return list(incident.accounts.map { ($0.id, $0.origin) })
        case .timeline: return list(incident.timeline.map { ("\($0.instant.rfc3339) \($0.text)", $0.origin) })
        case .actions: return list(incident.actions.map { ($0.text, $0.origin) })
        }
    }

    private func fact(_ value: FactValue, _ origin: Origin) -> RecordedFact {
        RecordedFact(rawValue, value, origin: origin)
    }

    private func text(_ sourced: Sourced<String>?) -> RecordedFact? {
        sourced.flatMap { sourced in sourced.value.trimmed.map { fact(.text($0), sourced.origin) } }
    }

    private func moment(_ milestone: Milestone, _ incident: Incident) -> RecordedFact? {
        incident.milestones[milestone].map { fact(.instant($0.instant), $0.origin) }
    }

    private func list(_ items: [(String, Origin)]) -> RecordedFact? {
        items.first.map { fact(.list(items.map(\.0)), $0.1) }
    }

    /// The promise of the latest message that makes one.
    private func nextUpdate(_ incident: Incident) -> RecordedFact? {
        let promises = incident.communications.compactMap { message in
            message.nextUpdate.map { (sent: message.instant ?? $0, due: $0, origin: message.origin) }
        }
        return promises.max { ($0.sent, $0.origin) < ($1.sent, $1.origin) }.map { fact(.instant($0.due), $0.origin) }
    }
}
