import Diagnostics
package import IncidentModel
package import Syntax

/// What Atlassian Statuspage says about incidents: the public list and summary, the management API, one incident alone.
///
/// Stamps have offsets. A page keeps no acknowledgement. Its `started_at` is when the incident was opened on the page, to
/// a few milliseconds, and counts as the beginning only where it lies clearly before `created_at`. Of an incident that was
/// filled in afterwards, `created_at` and `resolved_at` are dates that the author picked.
package struct StatuspageIncidentsDialect: ExportDialect {
    package let name = "statuspage-incidents"
    package let system = "statuspage"
    package let kind = SystemKind.statusPage
    package let summary = "Statuspage incidents with their updates (JSON: incidents, summary, or one incident)"
    package let howToExport =
        "curl https://YOURPAGE/api/v2/incidents.json; or GET https://api.statuspage.io/v1/pages/PAGE/incidents"
    package let milestones: [Milestone] = [.started, .detected, .communicated, .mitigated, .resolved, .reviewed]
    package let records = RecordPath.json(arrays: ["incidents", "scheduled_maintenances", "incident"])
    package let signature = Signature(
        has: ["id", "name", "status", "created_at", "incident_updates"], hasAny: ["impact", "shortlink"],
        envelope: ["page", "incidents"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.title = record.text(Field.name)
        draft.severityWord = record.text(Field.impact)
        if isMaintenance(record, draft) { draft.setAside = SetAside.maintenance }
        draft.facts.service =
            record.names(in: Field.components)
            ?? record.list(Field.updates).last?.names(in: Field.affectedComponents)
        readNames(record, &draft)

        let updates = PageUpdates(
            record.list(Field.updates).map { update($0, stamps, depth) }, isNewestFirst: true)
        updates.record(in: &draft, depth: depth)
        readMilestones(record, stamps, updates, &draft)
        if depth == .everything { readReport(record, updates, &draft.facts.story) }
        return .incident(draft)
    }

    private func isMaintenance(_ record: RecordReader, _ draft: IncidentDraft) -> Bool {
        draft.severityWord?.value == "maintenance" || record.text(Field.scheduledFor) != nil
            || ["scheduled", "in_progress", "verifying", "completed"].contains(draft.facts.statusWord?.value)
    }

    private func readNames(_ record: RecordReader, _ draft: inout IncidentDraft) {
        draft.alias(record.text(Field.shortlink), in: Reference.url)
        guard let id = draft.id, let page = record.envelope?.text(Field.pageURL) else { return }
        let site = page.value.hasSuffix("/") ? String(page.value.dropLast()) : page.value
        draft.alias(Sourced(text: "\(site)/incidents/\(id.value)", id.origin), in: Reference.url)
    }

    /// The posting counts for what outsiders knew; the displayed moment, which an author may set, for what happened.
    private func update(
        _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth
    ) -> PageUpdates.Update? {
        let created = stamps.instant(Field.createdAt, in: record)
        let displayed = stamps.instant(Field.displayAt, in: record)
        guard let posted = created ?? displayed else { return nil }
        let status = record.text(Field.status)
        return PageUpdates.Update(
            posted: posted, shown: displayed ?? posted, status: status,
            phase: status.flatMap { Self.phases[$0.value] },
            body: depth == .everything ? record.wordsOfHTML(Field.body)?.value : nil, origin: record.origin)
    }

    private static let phases: [String: PageUpdates.Phase] = [
        "investigating": .running, "identified": .running, "monitoring": .watching, "resolved": .over,
        "postmortem": .reviewed,
    ]

    private func readMilestones(
        _ record: RecordReader, _ stamps: StampReader, _ updates: PageUpdates, _ draft: inout IncidentDraft
    ) {
        let created = stamps.instant(Field.createdAt, in: record)
        let started = stamps.instant(Field.startedAt, in: record)
        if let created, let started, created.value.microseconds - started.value.microseconds > 1_000_000 {
            draft.record(.started, at: started)
        }
        let status = draft.facts.statusWord?.value
        let isOver = status == "resolved" || status == "postmortem"
        let resolved = isOver ? stamps.instant(Field.resolvedAt, in: record) ?? updates.resolved : nil
        draft.recordOpening(created, posted: updates.first, ended: resolved, in: record)
        let monitored = updates.all.isEmpty ? stamps.instant(Field.monitoringAt, in: record) : updates.fixed
        draft.record(.mitigated, at: monitored)
        draft.record(.resolved, at: resolved)
        draft.record(.reviewed, at: stamps.instant(Field.postMortemPublishedAt, in: record) ?? updates.reviewed)
    }

    /// A published post-mortem is public, and so is the cause that it names.
    private func readReport(_ record: RecordReader, _ updates: PageUpdates, _ story: inout Story) {
        guard let report = record.wordsOfHTML(Field.postMortemBody) else { return }
        story.rootCause = PublishedCause.section(of: report)
        story.isCauseConfirmed =
            story.rootCause != nil
            && (record.text(Field.postMortemPublishedAt) != nil || updates.reviewed != nil)
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let name: FieldPath = "name"
    static let status: FieldPath = "status"
    static let impact: FieldPath = "impact"
    static let createdAt: FieldPath = "created_at"
    static let startedAt: FieldPath = "started_at"
    static let monitoringAt: FieldPath = "monitoring_at"
    static let resolvedAt: FieldPath = "resolved_at"
    static let scheduledFor: FieldPath = "scheduled_for"
    static let shortlink: FieldPath = "shortlink"
    static let components: FieldPath = "components"
    static let updates: FieldPath = "incident_updates"
    static let affectedComponents: FieldPath = "affected_components"
    static let displayAt: FieldPath = "display_at"
    static let body: FieldPath = "body"
    static let postMortemBody: FieldPath = "postmortem_body"
    static let postMortemPublishedAt: FieldPath = "postmortem_published_at"
    static let pageURL: FieldPath = "page.url"
}
