package import Diagnostics
package import IncidentModel
package import Syntax

/// The feed of a Statuspage: `history.atom`, the last incidents with what was posted about them.
///
/// `published` is the moment of the newest message. The others stand in the text, to the minute, without a year: see
/// ``FeedMessages``. The feed knows no impact, and calls an incident by the same id as the page's address.
package struct StatuspageAtomDialect: ExportDialect {
    package let name = "statuspage-atom"
    package let system = "statuspage"
    package let kind = SystemKind.statusPage
    package let summary = "Statuspage history feed (Atom)"
    package let howToExport = "curl https://YOURPAGE/history.atom; incidents.json tells more, to the second"
    package let milestones: [Milestone] = [.detected, .communicated, .mitigated, .resolved, .reviewed]
    package let records = RecordPath.xml(elements: ["entry"])
    package let surroundings = [
        "id", "link", "title", "subtitle", "updated", "author", "logo", "icon", "rights", "generator",
    ]
    package let signature = Signature(
        has: ["id", "published", "updated", "title", "content@type", "link@href"], lacks: ["author", "summary"],
        roots: ["feed"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        guard let link = record.text(Field.link), let id = Self.id(in: link) else {
            return .unusable(
                Diagnostic(
                    .foreignEntry, "the entry links to no incident of a status page", at: record.origin,
                    help: "entries of a Statuspage feed link to https://YOURPAGE/incidents/ID"))
        }
        var draft = newDraft(record)
        draft.id = id
        record.notes.recordName = id.value
        draft.alias(link, in: Reference.url)
        draft.facts.title = record.text(Field.title)
        guard let content = record.text(Field.content) else { return .incident(draft) }
        let published = stamps.instant(Field.published, in: record)
        let messages = FeedMessages(HTMLText.plain(content.value), newest: published?.value).all
        if messages.contains(where: { Self.maintenance.contains($0.status.lowercased()) }) {
            draft.setAside = SetAside.maintenance
        }
        let dated = messages.compactMap { update($0, content.origin) }
        let updates = PageUpdates(dated, isNewestFirst: true)
        updates.record(in: &draft, depth: depth)
        draft.facts.statusWord =
            updates.all.last { $0.phase != nil }?.status
            ?? messages.first { Self.phases[$0.status.lowercased()] != nil }
            .map { Sourced(text: $0.status, content.origin) }
        readMilestones(messages, updates, &draft)
        if dated.count < messages.count || messages.isEmpty {
            record.notes.add(
                Diagnostic(
                    .feedTimeUnclear,
                    "\(messages.count - dated.count) of \(messages.count) messages have no certain date",
                    at: content.origin, help: "export https://YOURPAGE/api/v2/incidents.json, which has whole stamps"))
        }
        return .incident(draft)
    }

    /// The oldest message opens the incident, unless it is already its end; without its date, neither the first message
    /// nor the detection is known.
    private func readMilestones(
        _ messages: [FeedMessages.Message], _ updates: PageUpdates, _ draft: inout IncidentDraft
    ) {
        draft.record(.mitigated, at: updates.fixed)
        draft.record(.resolved, at: updates.resolved)
        draft.record(.reviewed, at: updates.reviewed)
        let isOpening = updates.all.first.map { $0.phase != .over && $0.phase != .reviewed } ?? false
        if messages.last?.instant != nil, isOpening {
            draft.record(.detected, at: updates.first)
            draft.record(.communicated, at: updates.first)
        } else {
            draft.facts.milestones[.communicated] = nil
        }
    }

    private func update(_ message: FeedMessages.Message, _ origin: Origin) -> PageUpdates.Update? {
        guard let instant = message.instant else { return nil }
        return PageUpdates.Update(
            posted: Stamp(instant, origin), shown: Stamp(instant, origin),
            status: Sourced(text: message.status, origin),
            phase: Self.phases[message.status.lowercased()], body: message.body, origin: origin)
    }

    /// `update` only adds words.
    private static let phases: [String: PageUpdates.Phase] = [
        "investigating": .running, "identified": .running, "monitoring": .watching, "resolved": .over,
        "postmortem": .reviewed,
    ]
    private static let maintenance: Set<String> = ["scheduled", "in progress", "verifying", "completed"]

    private static func id(in link: Sourced<String>) -> Sourced<String>? {
        let parts = link.value.split(separator: "/", omittingEmptySubsequences: false)
        guard let place = parts.firstIndex(of: "incidents"), place + 1 < parts.count else { return nil }
        let id = parts[place + 1].prefix { $0 != "?" && $0 != "#" }
        return id.isEmpty ? nil : Sourced(text: String(id), link.origin)
    }
}

private enum Field {
    static let link: FieldPath = "link@href"
    static let title: FieldPath = "title"
    static let content: FieldPath = "content"
    static let published: FieldPath = "published"
}

extension DiagnosticCode {
    package static let foreignEntry = DiagnosticCode(
        "foreign-entry", .error, "a feed's entry is about no incident",
        """
        Atom is a form that many sites use for news of any kind. Entries of a Statuspage feed link to an incident of the \
        page; this one does not, so nothing names its incident. It is rejected.
        """)
    package static let feedTimeUnclear = DiagnosticCode(
        "feed-time-unclear", .note, "messages of a feed have no certain date",
        """
        A Statuspage feed writes the moments of its messages without a year and with a local abbreviation for the zone. \
        They are believed only where they fit the entry's own stamp to the minute. The others are left out of the \
        timeline, and no milestone is made of them.
        """)
}
