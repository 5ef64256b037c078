import Syntax

/// The fields of New Relic's REST API and of NerdGraph.
enum NewRelicField {
    static let system = "newrelic"

    static let id: FieldPath = "id"
    static let openedAt: FieldPath = "opened_at"
    static let closedAt: FieldPath = "closed_at"
    static let linkedIncident: FieldPath = "links.incident_id"
    static let label: FieldPath = "label"
    static let duration: FieldPath = "duration"
    static let priority: FieldPath = "priority"
    static let policy: FieldPath = "policy_name"
    static let condition: FieldPath = "condition_name"
    static let entityName: FieldPath = "entity.name"

    static let incidentID: FieldPath = "incident_id"
    static let eventType: FieldPath = "event_type"
    static let timestamp: FieldPath = "timestamp"
    static let description: FieldPath = "description"

    static let issueID: FieldPath = "issueId"
    static let state: FieldPath = "state"
    static let title: FieldPath = "title"
    static let createdAt: FieldPath = "createdAt"
    static let activatedAt: FieldPath = "activatedAt"
    static let acknowledgedAt: FieldPath = "acknowledgedAt"
    static let acknowledgedBy: FieldPath = "acknowledgedBy"
    static let issueClosedAt: FieldPath = "closedAt"
    static let entityNames: FieldPath = "entityNames"
    static let issueDescription: FieldPath = "description"
    static let conditionName: FieldPath = "conditionName"
    static let issueLink: FieldPath = "issueLink"
}
