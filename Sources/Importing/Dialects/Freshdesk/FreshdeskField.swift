import Diagnostics
import IncidentModel
import Syntax

/// The fields of Freshdesk's tickets and conversations, in both versions of its API.
enum FreshdeskField {
    static let system = "freshdesk"

    static let id: FieldPath = "id"
    static let displayID: FieldPath = "display_id"
    static let spam: FieldPath = "spam"
    static let deleted: FieldPath = "deleted"
    static let subject: FieldPath = "subject"
    static let description: FieldPath = "description"
    static let descriptionText: FieldPath = "description_text"
    static let status: FieldPath = "status"
    static let priority: FieldPath = "priority"
    static let created: FieldPath = "created_at"
    static let sourceName: FieldPath = "source_name"
    static let responderName: FieldPath = "responder_name"
    static let company: FieldPath = "company_id"
    static let companyName: FieldPath = "company.name"
    static let department: FieldPath = "department_id"
    static let stats: FieldPath = "stats"
    static let firstResponded: FieldPath = "first_responded_at"
    static let resolved: FieldPath = "resolved_at"
    static let closed: FieldPath = "closed_at"
    static let reopened: FieldPath = "reopened_at"
    static let notes: FieldPath = "notes"
    static let note: FieldPath = "note"
    static let conversations: FieldPath = "conversations"

    static let ticket: FieldPath = "ticket_id"
    static let body: FieldPath = "body"
    static let bodyText: FieldPath = "body_text"
    static let incoming: FieldPath = "incoming"
    static let isPrivate: FieldPath = "private"
    static let source: FieldPath = "source"

    /// The words of a text that stands there plainly and as HTML.
    static func words(_ record: RecordReader, plain: FieldPath, html: FieldPath) -> Sourced<String>? {
        record.text(plain) ?? record.text(html).map { Sourced(text: HTMLText.plain($0.value), $0.origin) }
    }

    /// Adds a conversation: what customers write comes in, private notes stay inside, and every other one went out to
    /// them. A forwarded mail (source 8) went to somebody else.
    static func add(_ entry: RecordReader, _ stamps: StampReader, to draft: inout IncidentDraft) {
        guard let at = stamps.instant(created, in: entry) else { return }
        let text = words(entry, plain: bodyText, html: body)
        if let text { draft.linkTexts.append(text) }
        let isNote = entry.flag(isPrivate)?.value ?? true
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: text?.value ?? "", actor: nil, system: system,
                kind: isNote ? .note : .comment, origin: entry.origin))
        guard !isNote, entry.flag(incoming)?.value == false, entry.integer(source)?.value != 8 else { return }
        if draft.facts.milestones[.communicated].map({ at.value < $0.instant }) ?? true {
            draft.record(.communicated, at: at)
        }
        draft.facts.story.communications.append(
            Communication(
                instant: at.value, channel: "ticket", audience: "affected_customers", body: text?.value,
                origin: entry.origin))
    }
}
