import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = FreshdeskField

/// Tickets of Freshdesk and Freshservice in JSON: lists, one ticket, search results, and the first version's wrapper.
///
/// `created_at` is the detection. `stats` (`include=stats`) say when an agent first answered, and when the ticket was
/// resolved, closed and opened again; without them nobody knows.
package struct FreshdeskTicketsDialect: ExportDialect {
    package let name = "freshdesk-tickets"
    package let system = FreshdeskField.system
    package let kind = SystemKind.ticketing
    package let summary = "Freshdesk and Freshservice tickets (API, JSON)"
    package let howToExport = "GET /api/v2/tickets?include=stats,requester,company"
    package let milestones: [Milestone] = [.detected, .communicated, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["tickets", "ticket", "results", "helpdesk_ticket"])
    package let signature = Signature(
        has: ["id", "status", "priority", "requester_id", "responder_id"], hasAny: ["due_by", "subject", "fr_due_by"],
        lacks: ["submitter_id"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        let id = record.text(Field.id)
        draft.id = record.text(Field.displayID) ?? id
        record.notes.recordName = draft.id?.value
        if record.has(Field.displayID) { draft.facts.key = id?.value }
        for (field, rule) in [(Field.spam, "spam"), (Field.deleted, "deleted")]
        where record.flag(field)?.value == true {
            return .setAside(SetAside(rule: rule, id: draft.id?.value, origin: record.origin))
        }
        draft.severityWord = record.text(Field.priority)
        draft.facts.title = record.text(Field.subject)
        draft.facts.statusWord = record.text(Field.status)
        draft.inferable = [.communicated, .mitigated]
        draft.record(.detected, at: stamps.instant(Field.created, in: record))
        readStats(record, stamps, &draft)
        let description = FreshdeskField.words(record, plain: Field.descriptionText, html: Field.description)
        draft.linkTexts = [description].compactMap(\.self)
        for note in record.list(Field.notes) + record.list(Field.conversations) {
            FreshdeskField.add(note.inner(Field.note) ?? note, stamps, to: &draft)
        }
        draft.assign(to: record.text(Field.responderName))
        if let account = account(record) { draft.facts.story.accounts = [account] }
        if depth == .everything {
            draft.facts.story.description = description
            draft.facts.story.source = record.text(Field.sourceName)
        }
        return .incident(draft)
    }

    private func readStats(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        guard let stats = record.inner(Field.stats) else { return }
        draft.record(.communicated, at: stamps.instant(Field.firstResponded, in: stats))
        draft.record(.closed, at: stamps.instant(Field.closed, in: stats))
        let resolved = stamps.instant(Field.resolved, in: stats)
        let reopened = stamps.instant(Field.reopened, in: stats)
        if reopened != nil { draft.facts.reopenings = 1 }
        let isReopened = resolved.flatMap { first in reopened.map { first.value < $0.value } } ?? false
        let isOpen = draft.facts.statusWord.map { Self.openStatuses.contains($0.value) } ?? false
        draft.recordResolution(at: resolved, unless: isReopened || isOpen, in: record)
    }

    /// 2 Open, 3 Pending, 6 Waiting on Customer, 7 Waiting on Third Party.
    private static let openStatuses: Set<String> = ["2", "3", "6", "7"]

    private func account(_ record: RecordReader) -> Account? {
        guard let id = record.text(Field.company) ?? record.text(Field.department) else { return nil }
        var account = Account(id: id.value, origin: id.origin)
        account.name = record.text(Field.companyName)?.value
        return account
    }
}
