import Diagnostics
package import IncidentModel
package import Syntax

/// The incidents of Google Cloud's status page, and of Google Workspace's in the same form. Stamps have offsets.
///
/// `begin` and `end` frame the impact as Google tells it afterwards; `created` is when the page opened the incident.
/// Updates are Markdown, newest first; the report that follows is one of them.
package struct GoogleCloudStatusDialect: ExportDialect {
    package let name = "gcp-status"
    package let system = "gcp-status"
    package let kind = SystemKind.statusPage
    package let summary = "Google Cloud status incidents with their updates (JSON)"
    package let howToExport = "curl https://status.cloud.google.com/incidents.json"
    package let milestones: [Milestone] = [.started, .detected, .communicated, .resolved, .reviewed]
    package let records = RecordPath.json(arrays: [])
    package let signature = Signature(has: ["id", "begin", "created", "external_desc", "updates", "severity"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.severity)
        draft.facts.title = record.text(Field.description)
        draft.facts.statusWord = record.text(Field.latestStatus)
        let service = record.text(Field.service)
        draft.facts.service =
            service?.value == "Multiple Products"
            ? record.names(in: Field.products, under: Field.productTitle) ?? service : service
        draft.alias(record.text(Field.number))
        if let path = record.text(Field.uri), !path.value.contains("://") {
            draft.alias(
                Sourced(text: "https://status.cloud.google.com/\(path.value)", path.origin), in: Reference.url)
        }

        let posts = record.list(Field.updates)
        let updates = PageUpdates(posts.map { update($0, stamps, depth) }, isNewestFirst: true)
        updates.record(in: &draft, depth: depth)
        let ended = stamps.instant(Field.end, in: record)
        let created = stamps.instant(Field.created, in: record)
        draft.record(.started, at: stamps.instant(Field.begin, in: record))
        draft.recordOpening(created, posted: created, ended: ended, in: record)
        draft.record(.resolved, at: ended)
        readReport(posts, ended, stamps, depth, &draft)
        return .incident(draft)
    }

    private func update(
        _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth
    ) -> PageUpdates.Update? {
        guard let posted = stamps.first([Field.created, Field.when], in: record) else { return nil }
        let when = stamps.instant(Field.when, in: record) ?? posted
        let status = record.text(Field.status)
        return PageUpdates.Update(
            posted: posted, shown: when, status: status,
            phase: status.map { $0.value == "AVAILABLE" ? .over : .running },
            body: depth == .everything ? record.text(Field.text)?.value : nil, origin: record.origin)
    }

    /// The post-mortem is an update headed "Incident Report", posted after the end; a "Mini" or "Preliminary" one
    /// announces it.
    private func readReport(
        _ posts: [RecordReader], _ ended: Stamp?, _ stamps: StampReader, _ depth: ReadingDepth,
        _ draft: inout IncidentDraft
    ) {
        guard let ended else { return }
        let reports = posts.compactMap { post -> (at: Stamp, text: Sourced<String>)? in
            guard let at = stamps.first([Field.created, Field.when], in: post), at.value >= ended.value,
                let text = post.text(Field.text), Self.isReport(text.value)
            else { return nil }
            return (at, text)
        }
        guard let report = reports.min(by: { $0.at.value < $1.at.value }) else { return }
        draft.record(.reviewed, at: report.at)
        guard depth == .everything, let cause = PublishedCause.section(of: report.text) else { return }
        draft.facts.story.rootCause = cause
        draft.facts.story.isCauseConfirmed = true
    }

    private static func isReport(_ text: String) -> Bool {
        guard let line = text.split(maxSplits: 1, whereSeparator: \.isNewline).first, line.first == "#" else {
            return false
        }
        return PublishedCause.bare(line) == "incident report"
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let number: FieldPath = "number"
    static let begin: FieldPath = "begin"
    static let created: FieldPath = "created"
    static let end: FieldPath = "end"
    static let severity: FieldPath = "severity"
    static let description: FieldPath = "external_desc"
    static let service: FieldPath = "service_name"
    static let products: FieldPath = "affected_products"
    static let productTitle: FieldPath = "title"
    static let uri: FieldPath = "uri"
    static let latestStatus: FieldPath = "most_recent_update.status"
    static let updates: FieldPath = "updates"
    static let when: FieldPath = "when"
    static let status: FieldPath = "status"
    static let text: FieldPath = "text"
}
