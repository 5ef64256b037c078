import Diagnostics
package import IncidentModel
package import Syntax

/// FireHydrant's incidents with their milestones. Stamps are in UTC with their `Z`.
///
/// FireHydrant sets the milestone `started` itself when an incident is opened; it counts as the beginning of the impact
/// only where somebody moved it. The severity `UNSET` is none.
package struct FireHydrantDialect: ExportDialect {
    package let name = "firehydrant"
    package let system = "firehydrant"
    package let kind = SystemKind.incidentTool
    package let summary = "FireHydrant incidents with their milestones (API JSON)"
    package let howToExport = "GET https://api.firehydrant.io/v1/incidents, and /v1/incidents/ID for one"
    package let milestones: [Milestone] = [.started, .detected, .triaged, .mitigated, .resolved, .closed, .reviewed]
    package let records = RecordPath.json(arrays: ["data", "incidents"])
    package let signature = Signature(has: ["id", "number", "name", "current_milestone", "milestones"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.number) ?? record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.facts.key = record.text(Field.id)?.value
        draft.facts.title = record.text(Field.name)
        draft.facts.statusWord = record.text(Field.currentMilestone)
        draft.facts.service = record.names(in: Field.services) ?? record.names(in: Field.functionalities)
        readSeverity(record, &draft)
        if record.text(Field.discardedAt) != nil { draft.setAside = SetAside.deleted }
        draft.alias(record.text(Field.url), in: Reference.url)
        draft.linkTexts = [
            record.text(Field.summary), record.text(Field.description), record.text(Field.lastNoteBody),
        ].compactMap(\.self)
        readMilestones(record, stamps, &draft)
        if depth == .everything { readStory(record, stamps, &draft) }
        return .incident(draft)
    }

    /// `GAMEDAY` and `MAINTENANCE` are severities that FireHydrant brings along for what is no incident.
    private func readSeverity(_ record: RecordReader, _ draft: inout IncidentDraft) {
        guard let severity = record.text(Field.severity) else { return }
        switch severity.value.lowercased() {
        case "unset": break
        case "gameday": draft.setAside = SetAside.drill
        case "maintenance": draft.setAside = SetAside.maintenance
        default: draft.severityWord = severity
        }
    }

    private func readMilestones(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        var marks: [(type: String, at: Stamp)] = []
        for entry in record.list(Field.milestones) {
            guard let type = entry.text(Field.type), let at = stamps.instant(Field.occurredAt, in: entry) else {
                continue
            }
            marks.append((type.value, at))
            draft.facts.statusHistory.append(
                StatusChange(instant: at.value, word: type.value, origin: entry.origin))
        }
        draft.facts.statusHistory.sort { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
        func first(_ type: String) -> Stamp? {
            marks.filter { $0.type == type }.map(\.at).min { $0.value < $1.value }
        }
        func last(_ type: String) -> Stamp? {
            marks.filter { $0.type == type }.map(\.at).max { $0.value < $1.value }
        }
        let opened = stamps.instant(Field.createdAt, in: record)
        let started = first("started") ?? stamps.instant(Field.startedAt, in: record)
        draft.recordBeginning(started, opened: opened)
        draft.record(.detected, at: first("detected") ?? opened)
        draft.record(.triaged, at: first("acknowledged"))
        let status = draft.facts.statusWord?.value ?? ""
        let isOver =
            status == "resolved" || status == "closed" || status.hasPrefix("postmortem")
            || status.hasPrefix("retrospective")
        if isOver || status == "mitigated" { draft.record(.mitigated, at: last("mitigated")) }
        if isOver {
            draft.record(.resolved, at: last("resolved"))
        } else if last("resolved") != nil {
            draft.facts.reopenings = 1
        }
        if status == "closed" { draft.record(.closed, at: last("closed")) }
        draft.record(.reviewed, at: first("postmortem_completed") ?? first("retrospective_completed"))
    }

    private func readStory(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        draft.facts.story.description = record.text(Field.description) ?? record.text(Field.summary)
        draft.facts.story.impact.summary = record.text(Field.impactSummary)
        draft.facts.story.impact.customersAffected = record.integer(Field.customers).flatMap { $0.value > 0 ? $0 : nil }
        for assignment in record.list(Field.assignments) {
            draft.facts.story.responders.append(
                Responder(
                    role: assignment.text(Field.roleName)?.value ?? "", name: assignment.text(Field.userName)?.value,
                    status: assignment.text(Field.status)?.value, origin: assignment.origin))
        }
        for change in draft.facts.statusHistory {
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: change.instant, text: "Milestone: \(change.word)", actor: nil, system: system,
                    origin: change.origin))
        }
        if let note = record.inner(Field.lastNote), let text = note.text(Field.body),
            let at = stamps.instant(Field.createdAt, in: note)
        {
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text.value, actor: nil, system: system, kind: .note, origin: note.origin))
        }
        for ticket in record.list(Field.tickets) where ticket.text(Field.type)?.value == "follow_up" {
            guard let text = ticket.text(Field.summary) else { continue }
            draft.facts.story.actions.append(
                ActionItem(
                    text: text.value, owner: ticket.list(Field.assignees).first?.text(Field.name)?.value,
                    due: stamps.instant(Field.dueAt, in: ticket).map { .at($0.value) } ?? .never,
                    statusWord: ticket.text(Field.state)?.value, state: .open, origin: ticket.origin))
        }
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let number: FieldPath = "number"
    static let name: FieldPath = "name"
    static let severity: FieldPath = "severity"
    static let currentMilestone: FieldPath = "current_milestone"
    static let milestones: FieldPath = "milestones"
    static let type: FieldPath = "type"
    static let occurredAt: FieldPath = "occurred_at"
    static let createdAt: FieldPath = "created_at"
    static let startedAt: FieldPath = "started_at"
    static let discardedAt: FieldPath = "discarded_at"
    static let url: FieldPath = "incident_url"
    static let summary: FieldPath = "summary"
    static let description: FieldPath = "description"
    static let services: FieldPath = "services"
    static let functionalities: FieldPath = "functionalities"
    static let impactSummary: FieldPath = "customer_impact_summary"
    static let customers: FieldPath = "customers_impacted"
    static let assignments: FieldPath = "role_assignments"
    static let roleName: FieldPath = "incident_role.name"
    static let userName: FieldPath = "user.name"
    static let status: FieldPath = "status"
    static let lastNote: FieldPath = "last_note"
    static let lastNoteBody: FieldPath = "last_note.body"
    static let body: FieldPath = "body"
    static let tickets: FieldPath = "incident_tickets"
    static let assignees: FieldPath = "assignees"
    static let state: FieldPath = "state"
    static let dueAt: FieldPath = "due_at"
}
