import Diagnostics
package import IncidentModel
package import Syntax

/// Audits of Zendesk tickets, each naming its ticket: changes of status, public comments and private notes.
///
/// A public comment counts as a message to the customer only where its author is known not to be one: by the users that
/// stand before the audits (`include=users`), or because the same audit changes what only agents may change.
package struct ZendeskAuditsDialect: ExportDialect {
    package let name = "zendesk-audits"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.ticketing
    package let summary = "audits of Zendesk tickets: status changes, replies, notes (API, JSON)"
    package let howToExport = "GET /api/v2/ticket_audits.json or /api/v2/tickets/ID/audits.json, beside the tickets"
    package let milestones: [Milestone] = [.triaged, .communicated, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["audits", "audit"])
    package let signature = Signature(has: ["ticket_id", "events", "created_at"], hasAny: ["author_id", "via"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.ticket)
        guard let at = stamps.instant(Field.created, in: record) else { return .fragment(draft) }
        draft.inferable = [.mitigated]
        let events = record.list(Field.events)
        let isAgent = Self.isByAgent(record, events)
        for event in events {
            switch event.text(Field.type)?.value {
            case "Comment": add(event, at, byAgent: isAgent, record, &draft)
            case "Change", "Create": change(event, at, &draft)
            default: break
            }
        }
        return .fragment(draft)
    }

    private func change(_ event: RecordReader, _ at: Stamp, _ draft: inout IncidentDraft) {
        let field = event.text(Field.fieldName)?.value
        guard field == "status" || field == "priority", let word = event.text(Field.value) else { return }
        let before = event.text(Field.previous)?.value
        let stamp = Stamp(at.value, word.origin)
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: "\(field ?? ""): \(before ?? "none") → \(word.value)", actor: nil,
                system: system, kind: field == "priority" ? .severity : .event, origin: event.origin))
        guard field == "status", event.text(Field.type)?.value == "Change" else { return }
        // Triggers move tickets too; an acknowledgement is a person's.
        if before == "new", !Self.isAutomatic(event) { draft.record(.triaged, at: stamp) }
        if word.value == "solved" { draft.record(.resolved, at: stamp) }
        if word.value == "closed" { draft.record(.closed, at: stamp) }
    }

    private func add(
        _ event: RecordReader, _ at: Stamp, byAgent: Bool, _ record: RecordReader, _ draft: inout IncidentDraft
    ) {
        let isPublic = event.flag(Field.isPublic)?.value ?? false
        let body = event.text(Field.plainBody) ?? event.text(Field.body)
        if let body { draft.linkTexts.append(body) }
        let actor = Self.user(event.text(Field.author)?.value ?? record.text(Field.author)?.value, record)
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: body?.value ?? "", actor: actor?.text(Field.name)?.value, system: system,
                kind: isPublic ? .comment : .note, origin: event.origin))
        guard isPublic, byAgent else { return }
        draft.record(.communicated, at: Stamp(at.value, event.origin))
        draft.facts.story.communications.append(
            Communication(
                instant: at.value, channel: "ticket", audience: "affected_customers", body: body?.value,
                origin: event.origin))
    }

    private static func isByAgent(_ record: RecordReader, _ events: [RecordReader]) -> Bool {
        // The audit that creates a ticket carries the request itself.
        if events.contains(where: { $0.text(Field.type)?.value == "Create" }) { return false }
        if let role = user(record.text(Field.author)?.value, record)?.text(Field.role) {
            return role.value == "agent" || role.value == "admin"
        }
        return events.contains { event in
            guard event.text(Field.type)?.value == "Change", !isAutomatic(event) else { return false }
            switch event.text(Field.fieldName)?.value {
            case "assignee_id", "group_id", "priority": return true
            case "status": return ["pending", "hold"].contains(event.text(Field.value)?.value)
            default: return false
            }
        }
    }

    private static func isAutomatic(_ event: RecordReader) -> Bool {
        event.text(Field.eventChannel)?.value == "rule"
    }

    /// A user among those that stand before the audits.
    private static func user(_ id: String?, _ record: RecordReader) -> RecordReader? {
        guard let id, let envelope = record.envelope, envelope.has(Field.users) else { return nil }
        return envelope.list(Field.users).first { $0.text(Field.userID)?.value == id }
    }

    private enum Field {
        static let ticket: FieldPath = "ticket_id"
        static let created: FieldPath = "created_at"
        static let events: FieldPath = "events"
        static let type: FieldPath = "type"
        static let fieldName: FieldPath = "field_name"
        static let value: FieldPath = "value"
        static let previous: FieldPath = "previous_value"
        static let eventChannel: FieldPath = "via.channel"
        static let isPublic: FieldPath = "public"
        static let body: FieldPath = "body"
        static let plainBody: FieldPath = "plain_body"
        static let author: FieldPath = "author_id"
        static let users: FieldPath = "users"
        static let userID: FieldPath = "id"
        static let name: FieldPath = "name"
        static let role: FieldPath = "role"
    }
}
