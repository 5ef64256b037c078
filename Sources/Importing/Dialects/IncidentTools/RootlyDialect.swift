import Diagnostics
package import IncidentModel
package import Syntax

/// Rootly's incidents, as its JSON:API lists them. Stamps have offsets.
///
/// `created_at` is the opening of the record; it stands for the detection where `detected_at` is missing. Statuses and
/// kinds are those of the API's documentation.
package struct RootlyDialect: ExportDialect {
    package let name = "rootly"
    package let system = "rootly"
    package let kind = SystemKind.incidentTool
    package let summary = "Rootly incidents (JSON:API)"
    package let howToExport = "GET https://api.rootly.com/v1/incidents?page[size]=100"
    package let milestones: [Milestone] = [.started, .detected, .triaged, .mitigated, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["data"])
    package let signature = Signature(
        has: ["id", "type", "attributes.title", "attributes.slug", "attributes.status"],
        hasAny: ["attributes.sequential_id", "attributes.started_at", "attributes.mitigated_at"],
        lacks: ["attributes.public_id"], values: [("type", ["incidents"])])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        guard let facts = record.inner(Field.attributes) else {
            return .unusable(Diagnostic(.missingID, "the record has no attributes", at: record.origin))
        }
        var draft = newDraft(record)
        draft.facts.key = record.text(Field.id)?.value
        draft.id =
            facts.text(Field.number).map { Sourced(text: "INC-\($0.value)", $0.origin) } ?? record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.facts.title = facts.text(Field.title)
        draft.severityWord = facts.text(Field.severityLevel) ?? facts.text(Field.severityName)
        draft.facts.statusWord = facts.text(Field.status)
        draft.facts.service = facts.names(in: Field.services) ?? serviceInData(facts)
        draft.setAside = setAside(facts)
        readNames(facts, &draft)
        readMilestones(facts, stamps, &draft)
        if depth == .everything { readStory(facts, &draft.facts.story) }
        return .incident(draft)
    }

    private func setAside(_ facts: RecordReader) -> String? {
        let kind = facts.text(Field.kind)?.value ?? ""
        if kind.hasPrefix("test") || kind.hasPrefix("example") { return SetAside.test }
        if kind.hasPrefix("scheduled") { return SetAside.maintenance }
        switch facts.text(Field.status)?.value {
        case "scheduled", "in_progress", "completed", "planning": return SetAside.maintenance
        case "cancelled": return SetAside.notAnIncident
        default: return nil
        }
    }

    private func serviceInData(_ facts: RecordReader) -> Sourced<String>? {
        facts.names(in: Field.serviceData, under: Field.nestedName)
    }

    private func readNames(_ facts: RecordReader, _ draft: inout IncidentDraft) {
        draft.alias(facts.text(Field.url), in: Reference.url)
        draft.alias(facts.text(Field.shortURL), in: Reference.url)
        draft.alias(facts.text(Field.slug))
        draft.refer(to: facts.text(Field.jiraKey), in: "jira")
        draft.refer(to: facts.text(Field.serviceNowID), in: "servicenow")
        draft.refer(to: facts.text(Field.pagerDutyID), in: "pagerduty")
        draft.refer(to: facts.text(Field.opsgenieID), in: "opsgenie")
        draft.linkTexts = [facts.text(Field.summary), facts.text(Field.resolution)].compactMap(\.self)
    }

    private func readMilestones(_ facts: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        let status = draft.facts.statusWord?.value ?? ""
        let isOver = status == "resolved" || status == "closed"
        let created = stamps.instant(Field.createdAt, in: facts)
        let started = stamps.instant(Field.startedAt, in: facts)
        let detected = stamps.instant(Field.detectedAt, in: facts) ?? created
        draft.recordBeginning(started, opened: created)
        draft.record(.detected, at: detected)
        draft.record(.triaged, at: stamps.instant(Field.acknowledgedAt, in: facts))
        if isOver || status == "mitigated" {
            draft.record(.mitigated, at: stamps.instant(Field.mitigatedAt, in: facts))
        }
        let resolved = stamps.instant(Field.resolvedAt, in: facts)
        if isOver {
            draft.record(.resolved, at: resolved)
        } else if resolved != nil {
            draft.facts.reopenings = 1
        }
        if status == "closed" { draft.record(.closed, at: stamps.instant(Field.closedAt, in: facts)) }
    }

    private func readStory(_ facts: RecordReader, _ story: inout Story) {
        story.description = facts.wordsOfHTML(Field.summary)
        story.source = facts.text(Field.source)
        story.resolution = facts.wordsOfHTML(Field.resolution) ?? facts.wordsOfHTML(Field.mitigation)
        story.team = facts.names(in: Field.groups) ?? facts.names(in: Field.groupData, under: Field.nestedName)
        for (role, field) in Field.people {
            guard let person = facts.text(field) else { continue }
            story.responders.append(Responder(role: role, name: person.value, origin: person.origin))
        }
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let attributes: FieldPath = "attributes"
    static let number: FieldPath = "sequential_id"
    static let title: FieldPath = "title"
    static let slug: FieldPath = "slug"
    static let kind: FieldPath = "kind"
    static let status: FieldPath = "status"
    static let severityName: FieldPath = "severity.data.attributes.name"
    static let severityLevel: FieldPath = "severity.data.attributes.severity"
    static let summary: FieldPath = "summary"
    static let source: FieldPath = "source"
    static let url: FieldPath = "url"
    static let shortURL: FieldPath = "short_url"
    static let services: FieldPath = "services"
    static let serviceData: FieldPath = "services.data"
    static let groups: FieldPath = "groups"
    static let groupData: FieldPath = "groups.data"
    static let nestedName: FieldPath = "attributes.name"
    static let jiraKey: FieldPath = "jira_issue_key"
    static let serviceNowID: FieldPath = "service_now_incident_id"
    static let pagerDutyID: FieldPath = "pagerduty_incident_id"
    static let opsgenieID: FieldPath = "opsgenie_incident_id"
    static let createdAt: FieldPath = "created_at"
    static let startedAt: FieldPath = "started_at"
    static let detectedAt: FieldPath = "detected_at"
    static let acknowledgedAt: FieldPath = "acknowledged_at"
    static let mitigatedAt: FieldPath = "mitigated_at"
    static let resolvedAt: FieldPath = "resolved_at"
    static let closedAt: FieldPath = "closed_at"
    static let resolution: FieldPath = "resolution_message"
    static let mitigation: FieldPath = "mitigation_message"
    static let people: [(String, FieldPath)] = [
        ("Opened by", "user.data.attributes.full_name"),
        ("Acknowledged by", "acknowledged_by.data.attributes.full_name"),
        ("Mitigated by", "mitigated_by.data.attributes.full_name"),
        ("Resolved by", "resolved_by.data.attributes.full_name"),
    ]
}
