import Diagnostics
package import IncidentModel
package import Syntax

/// Posts of PagerDuty's status pages, their updates and their post-mortems.
///
/// The pages are external ones, public or open to customers who sign in: either way outsiders read them. A post has ids of its own and names no incident of PagerDuty, so it is a system of its own: a join file can join the
/// two. `starts_at` and `ends_at` belong to maintenance posts only (PagerDuty API reference, "Status Pages").
package struct PagerDutyStatusPageDialect: ExportDialect {
    package let name = "pagerduty-status-posts"
    package let system = "pagerduty-status-page"
    package let kind = SystemKind.statusPage
    package let summary = "PagerDuty status page posts with their updates, and their post-mortems"
    package let howToExport =
        "GET https://api.pagerduty.com/status_pages/ID/posts?include[]=status_page_post_update, …/posts/ID/postmortem"
    package let milestones: [Milestone] = [.communicated, .reviewed]
    package let records = RecordPath.json(arrays: ["posts", "postmortem"])
    package let signature = Signature(
        has: ["id", "self"],
        values: [("type", ["status_page_post", "status_page_post_postmortem"])])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        record.has(Field.post) ? postMortem(record, stamps) : post(record, stamps, depth)
    }

    /// Published when it was reported.
    private func postMortem(_ record: RecordReader, _ stamps: StampReader) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.post)
        record.notes.recordName = draft.id?.value
        guard draft.id != nil, let at = stamps.instant(Field.reportedAt, in: record) else {
            return .unusable(.loose("a post-mortem", "its post or its date", record))
        }
        draft.record(.reviewed, at: at)
        draft.facts.story.communications = [message(record, at)]
        return .fragment(draft)
    }

    private func post(_ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        if record.text(Field.postType)?.value == "maintenance" {
            return .setAside(SetAside(rule: SetAside.maintenance, id: draft.id?.value, origin: record.origin))
        }
        draft.facts.title = record.text(Field.title)
        draft.alias(record.text(Field.url), in: Reference.url)
        let updates = record.list(Field.updates).compactMap { update in
            stamps.instant(Field.reportedAt, in: update).map { (update, $0) }
        }
        draft.linkTexts = updates.compactMap { $0.0.text(Field.message) }
        draft.record(.communicated, at: updates.map(\.1).min { $0.value < $1.value })
        if depth == .everything { draft.facts.story.communications = updates.map { message($0.0, $0.1) } }
        return .incident(draft)
    }

    private func message(_ update: RecordReader, _ at: Stamp) -> Communication {
        Communication(
            instant: at.value, channel: "status_page", audience: "public",
            body: update.text(Field.message).map { HTMLText.plain($0.value) }, origin: update.origin)
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let title: FieldPath = "title"
    static let postType: FieldPath = "post_type"
    static let post: FieldPath = "post.id"
    static let url: FieldPath = "html_url"
    static let updates: FieldPath = "updates"
    static let reportedAt: FieldPath = "reported_at"
    static let message: FieldPath = "message"
}
