import Diagnostics
package import IncidentModel
package import Syntax

/// incident.io's incidents, as version 2 of its API lists them. Stamps are in UTC with their `Z`.
///
/// Milestones are timestamps that every organisation names for itself; those that incident.io begins with are known, with
/// or without "at" or "time" behind them. Others are told in the timeline.
package struct IncidentIODialect: ExportDialect {
    package let name = "incident-io"
    package let system = "incident-io"
    package let kind = SystemKind.incidentTool
    package let summary = "incident.io incidents with their timestamps (API v2 JSON)"
    package let howToExport = "GET https://api.incident.io/v2/incidents?page_size=250"
    package let milestones: [Milestone] = [.started, .detected, .triaged, .mitigated, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["incidents", "incident"])
    package let signature = Signature(
        has: ["id", "reference", "name", "incident_status.category"],
        hasAny: ["incident_timestamp_values", "created_at"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.reference) ?? record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.facts.key = record.text(Field.id)?.value
        draft.facts.title = record.text(Field.name)
        draft.severityWord = record.text(Field.severity)
        draft.facts.statusWord = record.text(Field.status)
        draft.setAside = setAside(record)
        draft.alias(record.text(Field.permalink), in: Reference.url)
        draft.refer(to: record.text(Field.issueName), in: record.text(Field.issueProvider)?.value ?? "issue")
        draft.refer(to: record.text(Field.issueLink), in: Reference.url)
        draft.linkTexts = [record.text(Field.summary)].compactMap(\.self)
        readMilestones(record, stamps, depth, &draft)
        if depth == .everything { readStory(record, &draft.facts.story) }
        return .incident(draft)
    }

    /// Modes and categories as the API documents them.
    private func setAside(_ record: RecordReader) -> String? {
        switch record.text(Field.mode)?.value {
        case "test", "tutorial": return SetAside.test
        default: break
        }
        switch record.text(Field.category)?.value {
        case "declined", "merged", "canceled": return SetAside.notAnIncident
        default: return nil
        }
    }

    private func readMilestones(
        _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth, _ draft: inout IncidentDraft
    ) {
        let category = record.text(Field.category)?.value ?? ""
        for entry in record.list(Field.timestamps) {
            guard let name = entry.text(Field.timestampName), let at = stamps.instant(Field.value, in: entry) else {
                continue
            }
            if depth == .everything {
                draft.facts.story.timeline.append(
                    TimelineEntry(
                        instant: at.value, text: name.value, actor: nil, system: system, origin: entry.origin))
            }
            guard let milestone = Self.named[Self.bare(name.value)] else { continue }
            if milestone == .resolved, !Self.resolvedCategories.contains(category) {
                draft.facts.reopenings = 1
                continue
            }
            if milestone == .closed, category != "closed" { continue }
            if draft.facts.milestones[milestone] == nil { draft.record(milestone, at: at) }
        }
        if draft.facts.milestones[.detected] == nil {
            draft.record(.detected, at: stamps.instant(Field.createdAt, in: record))
        }
    }

    /// Where somebody opened an incident again, its resolution does not hold.
    private static let resolvedCategories: Set<String> = ["learning", "post_incident", "post-incident", "closed", ""]

    private static let named: [String: Milestone] = [
        "impact started": .started, "started": .started, "detected": .detected, "reported": .detected,
        "declared": .detected, "accepted": .triaged, "acknowledged": .triaged, "triaged": .triaged,
        "fixed": .mitigated, "mitigated": .mitigated, "stabilised": .mitigated, "stabilized": .mitigated,
        "impact ended": .mitigated, "resolved": .resolved, "closed": .closed,
    ]

    /// `Reported at` and `Reported` are one.
    private static func bare(_ name: String) -> String {
        let words = name.lowercased()
        for ending in [" at", " time"] where words.hasSuffix(ending) { return String(words.dropLast(ending.count)) }
        return words
    }

    private func readStory(_ record: RecordReader, _ story: inout Story) {
        story.description = record.text(Field.summary)
        story.source = record.text(Field.creator) ?? record.text(Field.creatorAlert)
        for assignment in record.list(Field.assignments) {
            guard let role = assignment.text(Field.roleName), let person = assignment.text(Field.assigneeName) else {
                continue
            }
            story.responders.append(Responder(role: role.value, name: person.value, origin: assignment.origin))
        }
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let reference: FieldPath = "reference"
    static let name: FieldPath = "name"
    static let summary: FieldPath = "summary"
    static let severity: FieldPath = "severity.name"
    static let status: FieldPath = "incident_status.name"
    static let category: FieldPath = "incident_status.category"
    static let mode: FieldPath = "mode"
    static let permalink: FieldPath = "permalink"
    static let issueName: FieldPath = "external_issue_reference.issue_name"
    static let issueLink: FieldPath = "external_issue_reference.issue_permalink"
    static let issueProvider: FieldPath = "external_issue_reference.provider"
    static let createdAt: FieldPath = "created_at"
    static let timestamps: FieldPath = "incident_timestamp_values"
    static let timestampName: FieldPath = "incident_timestamp.name"
    static let value: FieldPath = "value.value"
    static let creator: FieldPath = "creator.user.name"
    static let creatorAlert: FieldPath = "creator.alert.title"
    static let assignments: FieldPath = "incident_role_assignments"
    static let roleName: FieldPath = "role.name"
    static let assigneeName: FieldPath = "assignee.name"
}
