import Syntax

/// The fields of Azure Monitor's messages.
enum AzureField {
    static let data: FieldPath = "data"
    static let context: FieldPath = "context"
    static let status: FieldPath = "status"
    static let id: FieldPath = "id"
    static let name: FieldPath = "name"
    static let description: FieldPath = "description"

    // The common alert schema, and the list.
    static let essentials: FieldPath = "essentials"
    static let listedEssentials: FieldPath = "properties.essentials"
    static let alertID: FieldPath = "alertId"
    static let alertRule: FieldPath = "alertRule"
    static let essentialSeverity: FieldPath = "severity"
    static let monitorCondition: FieldPath = "monitorCondition"
    static let monitoringService: FieldPath = "monitoringService"
    static let monitorService: FieldPath = "monitorService"
    static let fired: [FieldPath] = ["firedDateTime", "startDateTime"]
    static let ended: [FieldPath] = ["resolvedDateTime", "monitorConditionResolvedDateTime"]
    static let targets: FieldPath = "alertTargetIDs"
    static let items: FieldPath = "configurationItems"
    static let targetResource: FieldPath = "targetResource"
    static let targetName: FieldPath = "targetResourceName"

    // Metric alerts.
    static let timestamp: FieldPath = "timestamp"
    static let severity: FieldPath = "severity"
    static let customSeverity: FieldPath = "properties.severity"
    static let resourceName: FieldPath = "resourceName"
    static let conditionType: FieldPath = "conditionType"

    // Log alerts.
    static let ruleName: FieldPath = "AlertRuleName"
    static let intervalEnd: FieldPath = "SearchIntervalEndtimeUtc"
    static let logSeverity: FieldPath = "Severity"
    static let logDescription: FieldPath = "Description"
    static let query: FieldPath = "SearchQuery"

    // The activity log.
    static let activityLog: FieldPath = "context.activityLog"
    static let eventSource: FieldPath = "eventSource"
    static let eventTimestamp: FieldPath = "eventTimestamp"
    static let eventDataID: FieldPath = "eventDataId"
    static let correlationID: FieldPath = "correlationId"
    static let level: FieldPath = "level"
    static let properties: FieldPath = "properties"
    static let trackingID: FieldPath = "trackingId"
    static let incidentType: FieldPath = "incidentType"
    static let stage: FieldPath = "stage"
    static let title: FieldPath = "title"
    static let defaultTitle: FieldPath = "defaultLanguageTitle"
    static let affectedService: FieldPath = "service"
    static let region: FieldPath = "region"
    static let communication: FieldPath = "communication"
    static let defaultCommunication: FieldPath = "defaultLanguageContent"
    static let impactStart: FieldPath = "impactStartTime"
    static let impactMitigation: FieldPath = "impactMitigationTime"
}
