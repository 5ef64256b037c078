import Diagnostics
import IncidentModel
import Syntax

/// What a Zendesk ticket says, in JSON and in a warehouse's table alike.
///
/// `created_at` is the detection. A ticket does not say when it was solved, closed or answered: its metrics do
/// (``ZendeskMetrics``), and its audits.
enum ZendeskTicket {
    static let system = "zendesk"

    static func draft(_ empty: IncidentDraft, from record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth)
        -> Draft
    {
        var draft = empty
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.facts.statusWord = record.text(Field.status)
        if let reason = reasonToSetAside(record) {
            return .setAside(SetAside(rule: reason, id: draft.id?.value, origin: record.origin))
        }
        draft.severityWord = record.text(Field.priority)
        draft.facts.title = record.text(Field.subject)
        let created = stamps.instant(Field.created, in: record)
        draft.record(.detected, at: created)
        if let metrics = record.inner(Field.metrics) {
            ZendeskMetrics.read(metrics, created, status: draft.facts.statusWord, stamps, into: &draft)
        }
        readNames(record, &draft)
        if let organization = record.text(Field.organization) {
            draft.facts.story.accounts = [Account(id: organization.value, origin: organization.origin)]
        }
        if depth == .everything {
            draft.facts.story.description = record.text(Field.description)
            draft.facts.story.source = record.text(Field.channel) ?? record.text(Field.channelColumn)
        }
        return .incident(draft)
    }

    private static func reasonToSetAside(_ record: RecordReader) -> String? {
        if let kind = record.text(Field.resultType), kind.value != "ticket" { return SetAside.notAnIncident }
        return record.text(Field.status)?.value == "deleted" ? deleted : nil
    }

    private static let deleted = "deleted"

    /// A problem is above its incidents; `external_id` is what another system calls the ticket.
    private static func readNames(_ record: RecordReader, _ draft: inout IncidentDraft) {
        draft.refer(to: record.text(Field.problem), in: system, as: .parent)
        draft.refer(to: record.text(Field.externalID), in: "external")
        draft.linkTexts = [record.text(Field.description)].compactMap(\.self)
        guard let api = record.text(Field.url), let place = api.value.firstPlace(of: "/api/"), let id = draft.id else {
            return
        }
        draft.alias(
            Sourced(text: api.value[..<place] + "/agent/tickets/" + id.value, api.origin), in: Reference.url)
    }

    private enum Field {
        static let id: FieldPath = "id"
        static let url: FieldPath = "url"
        static let externalID: FieldPath = "external_id"
        static let resultType: FieldPath = "result_type"
        static let subject: FieldPath = "subject"
        static let description: FieldPath = "description"
        static let status: FieldPath = "status"
        static let priority: FieldPath = "priority"
        static let created: FieldPath = "created_at"
        static let organization: FieldPath = "organization_id"
        static let problem: FieldPath = "problem_id"
        static let channel: FieldPath = "via.channel"
        static let channelColumn: FieldPath = "via_channel"
        static let metrics: FieldPath = "metric_set"
    }
}
