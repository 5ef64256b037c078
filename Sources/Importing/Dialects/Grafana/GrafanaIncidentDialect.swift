import Diagnostics
package import IncidentModel
package import Syntax

/// Incidents of Grafana Incident (Grafana IRM): answers of its API, and the bodies that its webhooks send.
///
/// Times that are not known are empty texts. An incident is active or resolved: its closing is its resolution. Drills say
/// that they are drills, and are set aside.
package struct GrafanaIncidentDialect: ExportDialect {
    package let name = "grafana-incident"
    package let system = "grafana-incident"
    package let kind = SystemKind.incidentTool
    package let summary = "Grafana Incident (IRM) incidents (API, or webhook bodies)"
    package let howToExport =
        "POST https://STACK/api/plugins/grafana-irm-app/resources/api/v1/IncidentsService.QueryIncidents"
    package let milestones: [Milestone] = [.started, .detected, .resolved]
    package let records = RecordPath.json(arrays: ["incidents", "incidentPreviews", "incident"])
    package let signature = Signature(has: ["incidentID"], hasAny: ["createdTime", "isDrill"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        if record.flag(Field.isDrill)?.value == true {
            return .setAside(SetAside(rule: SetAside.drill, id: draft.id?.value, origin: record.origin))
        }
        draft.severityWord = (record.text(Field.severity) ?? record.text(Field.severityLabel)).flatMap {
            Self.undecided.contains($0.value.lowercased()) ? nil : $0
        }
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.status)
        let labels = Labels(record)
        draft.facts.service = labels["service_name"] ?? labels["service"]
        // The API gives the path below the stack's address alone, which is no address.
        draft.alias(record.text(Field.url).flatMap { $0.value.contains("://") ? $0 : nil }, in: Reference.url)
        for reference in record.list(Field.references) {
            draft.refer(to: reference.text(Field.referenceURL), in: Reference.url)
        }
        draft.linkTexts = [record.text(Field.summary)].compactMap(\.self)
        draft.record(.started, at: stamps.instant(Field.start, in: record))
        draft.record(.detected, at: stamps.instant(Field.createdTime, in: record))
        if draft.facts.statusWord?.value != "active" {
            draft.record(.resolved, at: stamps.first([Field.closedTime, Field.end], in: record))
        }
        if depth == .everything {
            draft.facts.story.team = labels["team_name"] ?? labels["team"]
            readStory(record, &draft.facts.story)
        }
        return .incident(draft)
    }

    private func readStory(_ record: RecordReader, _ story: inout Story) {
        story.description = record.text(Field.summary)
        for assignment in record.list(Field.assignments) {
            story.add(assignment.text(Field.role)?.value ?? "Responder", assignment.text(Field.user))
        }
        for task in record.list(Field.tasks) {
            guard let text = task.text(Field.taskText) else { continue }
            story.actions.append(
                ActionItem(
                    text: text.value, owner: task.text(Field.taskOwner)?.value, due: .never,
                    statusWord: task.text(Field.status)?.value, state: .open, origin: task.origin))
        }
    }

    /// Severities that nobody has chosen yet.
    private static let undecided: Set<String> = ["pending", "unknown"]

    /// Labels with a key; those without are tags.
    private struct Labels {
        private var byKey: [String: Sourced<String>] = [:]

        init(_ record: RecordReader) {
            for label in record.list(Field.labels) {
                guard let key = label.text(Field.labelKey), let value = label.text(Field.labelValue) else { continue }
                byKey[key.value] = byKey[key.value] ?? value
            }
        }

        subscript(key: String) -> Sourced<String>? { byKey[key] }
    }
}

private enum Field {
    static let id: FieldPath = "incidentID"
    static let title: FieldPath = "title"
    static let summary: FieldPath = "summary"
    static let severity: FieldPath = "severity"
    static let severityLabel: FieldPath = "severityLabel"
    static let status: FieldPath = "status"
    static let isDrill: FieldPath = "isDrill"
    static let createdTime: FieldPath = "createdTime"
    static let closedTime: FieldPath = "closedTime"
    static let start: FieldPath = "incidentStart"
    static let end: FieldPath = "incidentEnd"
    static let url: FieldPath = "overviewURL"
    static let references: FieldPath = "refs"
    static let referenceURL: FieldPath = "url"
    static let labels: FieldPath = "labels"
    static let labelKey: FieldPath = "key"
    static let labelValue: FieldPath = "label"
    static let assignments: FieldPath = "incidentMembership.assignments"
    static let role: FieldPath = "role.name"
    static let user: FieldPath = "user.name"
    static let tasks: FieldPath = "taskList.tasks"
    static let taskText: FieldPath = "text"
    static let taskOwner: FieldPath = "assignedUser.name"
}
