import IncidentModel
import Syntax

/// The names of the specification's response document.
enum CoordinatorField {
    static let schema: FieldPath = "schema"
    static let id: FieldPath = "incidentId"
    static let key: FieldPath = "incidentKey"
    static let status: FieldPath = "status"
    static let statusWord: FieldPath = "statusWord"
    static let severity: FieldPath = "severity"
    static let title: FieldPath = "incidentSummary.title"
    static let description: FieldPath = "incidentSummary.description"
    static let detectedAt: FieldPath = "incidentSummary.detectedAt"
    static let source: FieldPath = "incidentSummary.source"
    static let service: FieldPath = "incidentSummary.affectedService"
    static let rootCause: FieldPath = "incidentSummary.rootCause"
    static let causeCode: FieldPath = "incidentSummary.causeCode"
    static let resolution: FieldPath = "incidentSummary.resolution"
    static let owningTeam: FieldPath = "incidentSummary.team"
    static let rootCauseConfirmed: FieldPath = "rootCauseConfirmed"
    static let postMortemRequired: FieldPath = "postMortemRequired"
    static let postMortemAskedFor: FieldPath = "postMortemAskedFor"

    static let lifecycleObject: FieldPath = "lifecycle"
    static let lifecycle: [(Milestone, FieldPath)] = [
        (.started, "lifecycle.startedAt"), (.detected, "lifecycle.detectedAt"), (.triaged, "lifecycle.triagedAt"),
        (.communicated, "lifecycle.firstCommunicationAt"), (.mitigated, "lifecycle.mitigatedAt"),
        (.resolved, "lifecycle.resolvedAt"), (.closed, "lifecycle.closedAt"), (.reviewed, "lifecycle.postMortemAt"),
    ]
    /// The rules by which milestones were found in a timeline.
    static let inferredObject: FieldPath = "lifecycle.inferred"
    static let inferred: [(Milestone, FieldPath)] = [
        (.started, "startedAt"), (.detected, "detectedAt"), (.triaged, "triagedAt"),
        (.communicated, "firstCommunicationAt"), (.mitigated, "mitigatedAt"), (.resolved, "resolvedAt"),
        (.closed, "closedAt"), (.reviewed, "postMortemAt"),
    ]
    static let severityHistory: FieldPath = "severityHistory"
    static let at: FieldPath = "at"

    static let customerShare: FieldPath = "impactAssessment.customerShare"
    static let customersAffected: FieldPath = "impactAssessment.totalCustomersAffected"
    static let strategicAccounts: FieldPath = "impactAssessment.strategicAccountsAffected"
    static let revenueAtRisk: FieldPath = "impactAssessment.revenueAtRisk"
    static let impactDescription: FieldPath = "impactAssessment.impactDescription"
    static let workaroundAvailable: FieldPath = "impactAssessment.workaroundAvailable"
    static let workaround: FieldPath = "impactAssessment.workaround"
    static let dataLossRisk: FieldPath = "impactAssessment.dataLossRisk"
    static let impactHistory: FieldPath = "impactAssessment.history"
    static let historyCustomers: FieldPath = "totalCustomersAffected"

    static let timeline: FieldPath = "timeline"
    static let timestamp: FieldPath = "timestamp"
    static let event: FieldPath = "event"
    static let actor: FieldPath = "actor"
    static let entryKind: FieldPath = "kind"

    static let communicationLog: FieldPath = "communications.log"
    static let logIsWhole: FieldPath = "communications.logIsWhole"
    static let latestOnly: FieldPath = "latestOnly"
    static let statusPage: FieldPath = "communications.statusPage"
    static let strategicOutreach: FieldPath = "communications.strategicAccounts"
    static let internalSlack: FieldPath = "communications.internalSlack"
    static let nextScheduledUpdate: FieldPath = "communications.nextScheduledUpdate"
    static let channel: FieldPath = "channel"
    static let audience: FieldPath = "audience"
    static let body: FieldPath = "body"
    static let message: FieldPath = "message"
    static let lastUpdate: FieldPath = "lastUpdate"
    static let nextUpdateAt: FieldPath = "nextUpdateAt"
    static let sent: FieldPath = "sent"
    static let template: FieldPath = "template"

    static let nextActions: FieldPath = "nextActions"
    static let action: FieldPath = "action"
    static let owner: FieldPath = "owner"
    static let dueBy: FieldPath = "dueBy"
    static let completedAt: FieldPath = "completedAt"
    static let duty: FieldPath = "duty"

    static let responseTeam: FieldPath = "responseTeam"
    static let role: FieldPath = "role"
    static let name: FieldPath = "name"
    static let team: FieldPath = "team"

    static let affectedCustomers: FieldPath = "affectedCustomers"

    static let recentDeployments: FieldPath = "recentDeployments"
    static let deployedService: FieldPath = "service"
    static let version: FieldPath = "version"
    static let references: FieldPath = "references"
    static let referenceID: FieldPath = "id"
    static let relation: FieldPath = "relation"
    static let system: FieldPath = "system"
}
