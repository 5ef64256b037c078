import Syntax

/// The attributes of an incident, in the API's spelling and in that of older clients.
enum DatadogField {
    static let data: FieldPath = "data"
    static let attributes: FieldPath = "attributes"
    static let id: FieldPath = "id"
    static let publicIDs: [FieldPath] = ["public_id", "publicId"]
    static let isTest: FieldPath = "is_test"
    static let title: FieldPath = "title"
    static let severity: FieldPath = "severity"
    static let severityField: FieldPath = "fields.severity.value"
    static let state: FieldPath = "state"
    static let stateField: FieldPath = "fields.state.value"

    static let created: FieldPath = "created"
    static let declared: FieldPath = "declared"
    static let detected: FieldPath = "detected"
    static let resolved: FieldPath = "resolved"
    static let impactStart: [FieldPath] = ["customer_impact_start", "customerImpactStart"]
    static let impactEnd: [FieldPath] = ["customer_impact_end", "customerImpactEnd"]
    /// Seconds from the start of the impact to the detection.
    static let timeToDetect: [FieldPath] = ["time_to_detect", "timeToDetect"]
    /// Seconds from the detection to the creation.
    static let timeToRespond: [FieldPath] = ["time_to_internal_response", "timeToInternalResponse"]
    /// Seconds from the detection to the end of the impact.
    static let timeToRepair: [FieldPath] = ["time_to_repair", "timeToRepair"]
    /// Seconds from the creation to the resolution.
    static let timeToResolve: [FieldPath] = ["time_to_resolve", "timeToResolve"]

    static let services: FieldPath = "fields.services"
    static let teams: FieldPath = "fields.teams"
    static let type: FieldPath = "type"
    /// Types of fields whose value is one text; all others hold a list.
    static let singular: Set<String> = ["dropdown", "textbox", "textarea"]
    static let value: FieldPath = "value"
    static let summary: FieldPath = "fields.summary.value"
    static let rootCause: FieldPath = "fields.root_cause.value"
    static let detectionMethod: FieldPath = "fields.detection_method.value"
    static let impactScope: [FieldPath] = ["customer_impact_scope", "customerImpactScope"]
    static let handles: [FieldPath] = ["notification_handles", "notificationHandles"]
    static let displayName: [FieldPath] = ["display_name", "displayName", "name"]
    static let handle: FieldPath = "handle"
}
