internal import IncidentModel

/// The places of cases in kept records: never changed, only added to, whatever the order in the source becomes.
enum Ordinals {
    static let milestones: [Milestone] = [
        .started, .detected, .triaged, .communicated, .mitigated, .resolved, .closed, .reviewed,
    ]
    static let severities: [Severity] = [.sev1, .sev2, .sev3, .sev4]
    static let systemKinds: [SystemKind] = [
        .coordinator, .incidentTool, .paging, .monitoring, .ticketing, .statusPage, .context,
    ]
    static let actionStates: [ActionItem.State] = [.open, .done, .cancelled]
    static let entryKinds: [TimelineEntry.Kind] = [.event, .note, .comment, .communication, .severity]
    static let relations: [Reference.Relation] = [.same, .parent, .duplicate]

    static func place<Value: Equatable>(of value: Value, in cases: [Value]) -> UInt8 {
        UInt8(cases.firstIndex(of: value) ?? 0)
    }

    static func severity(_ place: Int) -> Severity? { severities.indices.contains(place) ? severities[place] : nil }
}
