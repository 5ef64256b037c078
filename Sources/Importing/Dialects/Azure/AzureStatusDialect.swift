import Diagnostics
package import IncidentModel
package import Syntax

/// The RSS feed of the public Azure status page, which is empty while nothing runs.
///
/// `pubDate` is the time of an item's last update, so that it proves a public message and no milestone.
package struct AzureStatusDialect: ExportDialect {
    package let name = "azure-status-rss"
    package let system = "azure-status"
    package let kind = SystemKind.statusPage
    package let summary = "events of the public Azure status page (RSS feed)"
    package let howToExport = "https://rssfeed.azure.status.microsoft/en-us/status/feed/"
    package let milestones: [Milestone] = []
    package let records = RecordPath.xml(elements: ["item"], below: ["channel"])
    package let surroundings = [
        "title", "link", "description", "language", "copyright", "pubDate", "lastBuildDate", "generator", "image",
        "ttl",
    ]
    package let signature = Signature(
        has: ["title", "pubDate"],
        values: [
            (
                "link",
                [
                    "https://azure.status.microsoft/en-us/status/", "https://azure.status.microsoft/en-us/status",
                    "https://azure.status.microsoft/status/", "https://azure.status.microsoft/status",
                    "https://status.azure.com/en-us/status/", "https://status.azure.com/en-us/status",
                    "https://status.azure.com/status/", "https://status.azure.com/status",
                ]
            )
        ],
        roots: ["rss"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.guid)
        record.notes.recordName = draft.id?.value
        draft.facts.title = record.text(Field.title)
        draft.facts.service = record.list(Field.category).first?.ownText
        let description = record.text(Field.description)
        let words = description.map { Sourced(HTMLText.plain($0.value), $0.origin) }
        draft.linkTexts = [description].compactMap(\.self)
        if let published = stamps.instant(Field.published, in: record, as: .rfc2822) {
            draft.facts.story.communications = [
                Communication(
                    instant: published.value, channel: "status_page", audience: "public", body: words?.value,
                    origin: published.origin)
            ]
        }
        if depth == .everything { draft.facts.story.description = words }
        return .incident(draft)
    }

    private enum Field {
        static let guid: FieldPath = "guid"
        static let title: FieldPath = "title"
        static let category: FieldPath = "category"
        static let description: FieldPath = "description"
        static let published: FieldPath = "pubDate"
    }
}
