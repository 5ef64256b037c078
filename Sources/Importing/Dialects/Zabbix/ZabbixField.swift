import Syntax

/// The properties of problem, event and acknowledge objects.
enum ZabbixField {
    static let eventID: FieldPath = "eventid"
    static let source: FieldPath = "source"
    static let value: FieldPath = "value"
    static let clock: FieldPath = "clock"
    static let recoveryID: FieldPath = "r_eventid"
    static let recoveryClock: FieldPath = "r_clock"
    static let causeID: FieldPath = "cause_eventid"
    static let name: FieldPath = "name"
    static let host: FieldPath = "host"
    static let severity: FieldPath = "severity"
    static let suppressed: FieldPath = "suppressed"
    static let operationalData: FieldPath = "opdata"
    static let hosts: FieldPath = "hosts"
    static let tags: FieldPath = "tags"
    static let tag: FieldPath = "tag"
    static let tagValue: FieldPath = "value"

    static let acknowledges: FieldPath = "acknowledges"
    static let action: FieldPath = "action"
    static let message: FieldPath = "message"
    static let oldSeverity: FieldPath = "old_severity"
    static let newSeverity: FieldPath = "new_severity"
    static let userName: FieldPath = "username"
    static let givenName: FieldPath = "name"
    static let surname: FieldPath = "surname"
}
