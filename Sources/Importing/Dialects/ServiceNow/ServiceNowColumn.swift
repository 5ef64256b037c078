import Syntax

/// A column of ServiceNow's tables, with the places where its value and its words stand in each syntax.
struct ServiceNowColumn: Sendable {
    /// `company`: an element, a text or a cell.
    let plain: FieldPath
    /// `company.value`: what the database holds, beside a link or the words (Table API).
    let value: FieldPath
    /// `company.display_value`: what people see (Table API, `sysparm_display_value`).
    let shown: FieldPath
    /// `company@display_value`: what people see (XML).
    let attribute: FieldPath

    init(_ name: String) {
        plain = FieldPath(name)
        value = FieldPath(steps: [name, "value"])
        shown = FieldPath(steps: [name, "display_value"])
        attribute = FieldPath(steps: [name], attribute: "display_value")
    }
}

/// The columns of the `incident` table that are read.
extension ServiceNowColumn {
    static let number = Self("number")
    static let sysID = Self("sys_id")
    static let className = Self("sys_class_name")
    static let priority = Self("priority")
    static let openedAt = Self("opened_at")
    static let workStart = Self("work_start")
    static let resolvedAt = Self("resolved_at")
    static let closedAt = Self("closed_at")
    static let reopenedTime = Self("reopened_time")
    static let shortDescription = Self("short_description")
    static let description = Self("description")
    static let state = Self("state")
    static let incidentState = Self("incident_state")
    static let businessService = Self("business_service")
    static let configurationItem = Self("cmdb_ci")
    static let assignmentGroup = Self("assignment_group")
    static let assignedTo = Self("assigned_to")
    static let company = Self("company")
    static let contactType = Self("contact_type")
    static let cause = Self("cause")
    static let closeNotes = Self("close_notes")
    static let reopenCount = Self("reopen_count")
    static let businessImpact = Self("business_impact")
    static let correlationID = Self("correlation_id")
    static let correlationDisplay = Self("correlation_display")
    static let parentIncident = Self("parent_incident")
    static let comments = Self("comments")
    static let workNotes = Self("work_notes")
    static let commentsAndWorkNotes = Self("comments_and_work_notes")
}
