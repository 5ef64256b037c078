package import Diagnostics
package import IncidentModel
package import Syntax

/// Incidents of PagerDuty as a table: its own incident report, raw analytics, and dumps of the REST API in which whole
/// objects stand in cells, as JSON or as Python prints them.
///
/// Reports are in the zone of the account; stamps without an offset need to be told it.
package struct PagerDutyCSVDialect: ExportDialect {
    package let name = "pagerduty-csv"
    package let system = "pagerduty"
    package let kind = SystemKind.paging
    package let summary = "PagerDuty incidents as CSV (incident report, analytics, dumps of the REST API)"
    package let howToExport = "Analytics > Reports > Incident activity > Download CSV"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.csv
    package let signature = Signature(
        has: ["id", "incident_number"], hasAny: ["created_at", "created_on"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Column.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord =
            record.text(Column.priorityName) ?? named(Column.prioritySummary, Column.priority, record)
            ?? record.text(Column.urgency)
        draft.facts.title = record.text(Column.title) ?? record.text(Column.description)
        draft.facts.statusWord = record.text(Column.status)
        draft.facts.service =
            record.text(Column.serviceName) ?? named(Column.serviceSummary, Column.service, record)
        draft.alias(record.text(Column.number))
        draft.alias(record.text(Column.url), in: Reference.url)
        draft.alias(record.text(Column.key), in: Reference.alertKey)
        draft.linkTexts = [record.text(Column.description)].compactMap(\.self)
        readMilestones(record, stamps, &draft)
        if depth == .everything { readStory(record, &draft.facts) }
        return .incident(draft)
    }

    private func readMilestones(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        let created = stamps.first([Column.createdAt, Column.createdOn], in: record)
        draft.record(.detected, at: created)
        var log = PhaseLog()
        for (acknowledgement, origin) in objects(Column.acknowledgements, record) {
            if let at = acknowledgement["at"]?.string {
                log.add(.acknowledged, at: stamps.instant(Sourced(at, origin), in: record))
            }
        }
        let counted = stamps.instant(after: created, Column.secondsToAcknowledge, zeroIsAbsent: true, in: record)
        draft.record(.triaged, at: .earlier(log.firstAcknowledgement, counted))
        guard draft.facts.statusWord.map({ $0.value == "resolved" }) ?? true else { return }
        let resolved = stamps.agreed(
            stamps.first([Column.resolvedAt, Column.resolvedOn], in: record),
            stamps.instant(after: created, Column.secondsToResolve, zeroIsAbsent: true, in: record), in: record)
        let isResolved = draft.facts.statusWord?.value == "resolved"
        draft.record(
            .resolved,
            at: resolved ?? (isResolved ? stamps.first([Column.changedAt, Column.changedOn], in: record) : nil))
    }

    private func readStory(_ record: RecordReader, _ facts: inout Incident) {
        let description = record.text(Column.description)
        if description?.value != facts.title?.value { facts.story.description = description }
        facts.story.team =
            record.text(Column.teamName) ?? named(nil, Column.teams, record) ?? record.text(Column.policyName)
            ?? named(Column.policySummary, Column.policy, record)
        facts.story.source = named(nil, Column.trigger, record)
        for (role, column, part) in [
            ("Assignee", Column.assignments, "assignee"), ("Responder", Column.responders, "user"),
        ] {
            for (object, origin) in objects(column, record) {
                guard let name = object[part]?["summary"]?.string else { continue }
                facts.story.add(role, Sourced(name, origin))
            }
        }
        facts.story.add("Resolved by", record.text(Column.resolvedBy))
    }

    /// A column of names, or a column of objects, the first of which has a `summary`.
    private func named(_ flat: FieldPath?, _ nested: FieldPath, _ record: RecordReader) -> Sourced<String>? {
        if let name = flat.flatMap({ record.text($0) }) { return name }
        guard let cell = record.text(nested), !Self.nothing.contains(cell.value) else { return nil }
        guard cell.value.hasPrefix("{") || cell.value.hasPrefix("[") else { return cell }
        return objects(nested, record).lazy.compactMap { $0.0["summary"]?.string ?? $0.0["name"]?.string }.first
            .map { Sourced($0, cell.origin) }
    }

    /// The objects in a cell; one that cannot be read is said to be broken.
    private func objects(_ column: FieldPath, _ record: RecordReader) -> [(CellLiteral, Origin)] {
        guard let cell = record.text(column), !Self.nothing.contains(cell.value) else { return [] }
        if let literal = CellLiteral(cell.value) { return literal.elements.map { ($0, cell.origin) } }
        record.notes.add(
            Diagnostic(
                .brokenCell, "the cell begins like an object or a list, and is none: “\(cell.value.prefix(40))”",
                at: cell.origin, help: "was it cut short? the cell is left out"))
        return []
    }

    /// What tables write where there is no object.
    private static let nothing: Set<String> = ["None", "null", "nan", "NaN", "[]", "{}"]
}

private enum Column {
    static let id: FieldPath = "id"
    static let number: FieldPath = "incident_number"
    static let url: FieldPath = "html_url"
    static let key: FieldPath = "incident_key"
    static let title: FieldPath = "title"
    static let description: FieldPath = "description"
    static let status: FieldPath = "status"
    static let urgency: FieldPath = "urgency"
    static let priority: FieldPath = "priority"
    static let priorityName: FieldPath = "priority_name"
    static let prioritySummary: FieldPath = "priority.summary"
    static let service: FieldPath = "service"
    static let serviceName: FieldPath = "service_name"
    static let serviceSummary: FieldPath = "service.summary"
    static let teams: FieldPath = "teams"
    static let teamName: FieldPath = "team_name"
    static let policy: FieldPath = "escalation_policy"
    static let policyName: FieldPath = "escalation_policy_name"
    static let policySummary: FieldPath = "escalation_policy.summary"
    static let trigger: FieldPath = "first_trigger_log_entry"
    static let createdAt: FieldPath = "created_at"
    static let createdOn: FieldPath = "created_on"
    static let resolvedAt: FieldPath = "resolved_at"
    static let resolvedOn: FieldPath = "resolved_on"
    static let changedAt: FieldPath = "last_status_change_at"
    static let changedOn: FieldPath = "last_status_change_on"
    static let secondsToAcknowledge: FieldPath = "seconds_to_first_ack"
    static let secondsToResolve: FieldPath = "seconds_to_resolve"
    static let acknowledgements: FieldPath = "acknowledgements"
    static let assignments: FieldPath = "assignments"
    static let responders: FieldPath = "incidents_responders"
    static let resolvedBy: FieldPath = "resolved_by_user_name"
}

extension DiagnosticCode {
    package static let brokenCell = DiagnosticCode(
        "broken-cell", .warning, "a cell holds half an object",
        """
        Tables made of JSON often carry whole objects in their cells. This one cannot be read: spreadsheets cut long \
        cells, and some programs print objects in a way of their own. The cell is left out, and with it whatever it said, \
        such as who acknowledged the incident and when. Export as JSON instead.
        """)
}
