package import Diagnostics
package import IncidentModel
package import Syntax

/// ServiceNow's XML exports: `<unload>` (Export > XML) and `<xml>` (a list with `?XML`).
///
/// Stamps are the values of the database, in UTC (ServiceNow documentation, "Exporting data"). `opened_at` is the
/// detection, `work_start` the triage; what the table has no column for (the first message, the mitigation) can only be
/// inferred from journals.
package struct ServiceNowXMLDialect: ExportDialect {
    package let name = "servicenow-xml"
    package let system = "servicenow"
    package let kind = SystemKind.ticketing
    package let summary = "ServiceNow incidents with their journals (XML unload or list export)"
    package let howToExport = "incident list, header menu > Export > XML; or incident_list.do?XML&sysparm_query=…"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved, .closed]
    package let records = RecordPath.xml(elements: ["incident", "sys_journal_field"])
    package let signature = Signature(hasAny: ["number", "element_id"], roots: ["unload", "xml"])
    package let writesUTC = true

    private static let inferable: Set<Milestone> = [.communicated, .mitigated]

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        record.name == "sys_journal_field" ? journal(record, stamps) : incident(record, stamps, depth)
    }

    private func incident(_ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.number)
        record.notes.recordName = draft.id?.value
        draft.facts.key = record.text(Field.sysID)?.value
        draft.severityWord = record.text(Field.priority)
        draft.record(.detected, at: stamps.instant(Field.openedAt, in: record))
        draft.record(.triaged, at: stamps.instant(Field.workStart, in: record))
        draft.record(.resolved, at: stamps.instant(Field.resolvedAt, in: record))
        draft.record(.closed, at: stamps.instant(Field.closedAt, in: record))
        draft.inferable = Self.inferable

        draft.facts.title = record.text(Field.shortDescription)
        draft.facts.statusWord = record.text(Field.state) ?? record.text(Field.incidentState)
        draft.facts.service =
            shown(Field.businessService, Field.businessServiceShown, record)
            ?? shown(Field.configurationItem, Field.configurationItemShown, record)
        draft.facts.reopenings = record.integer(Field.reopenCount)?.value ?? 0
        readNames(record, &draft)
        readJournals(record, stamps, &draft)
        if depth == .everything { readStory(record, &draft.facts.story) }
        readPeople(record, &draft.facts.story)
        return .incident(draft)
    }

    /// The correlation fields hold another system's id of the incident, or its address; a parent is a `sys_id`.
    private func readNames(_ record: RecordReader, _ draft: inout IncidentDraft) {
        if let id = record.text(Field.correlationID) {
            let isAddress = id.value.contains("://")
            draft.refer(
                to: id,
                in: isAddress ? Reference.url : record.text(Field.correlationDisplay)?.value ?? "correlation")
        }
        draft.refer(to: record.text(Field.parentIncident), in: system, as: .parent)
        draft.linkTexts = [record.text(Field.description), record.text(Field.closeNotes)].compactMap { $0 }
    }

    private func readStory(_ record: RecordReader, _ story: inout Story) {
        story.description = record.text(Field.description)
        story.team = shown(Field.assignmentGroup, Field.assignmentGroupShown, record)
        story.source = record.text(Field.contactType)
        story.rootCause = record.text(Field.cause)
        story.resolution = record.text(Field.closeNotes)
        story.impact.summary = record.text(Field.businessImpact)
    }

    private func readPeople(_ record: RecordReader, _ story: inout Story) {
        if let person = shown(Field.assignedTo, Field.assignedToShown, record) {
            let team = shown(Field.assignmentGroup, Field.assignmentGroupShown, record)
            story.responders.append(
                Responder(role: "Assignee", name: person.value, team: team?.value, origin: person.origin))
        }
        if let company = shown(Field.company, Field.companyShown, record) {
            let key = record.text(Field.company)?.value ?? company.value
            var account = Account(id: key, origin: company.origin)
            account.name = company.value
            story.accounts = [account]
        }
    }

    /// Reference fields hold a key, and the words that people see in an attribute.
    private func shown(_ field: FieldPath, _ attribute: FieldPath, _ record: RecordReader) -> Sourced<String>? {
        record.text(attribute) ?? record.text(field)
    }

    private func readJournals(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        let kinds: [(FieldPath, TimelineEntry.Kind)] =
            record.text(Field.comments) != nil || record.text(Field.workNotes) != nil
            ? [(Field.comments, .comment), (Field.workNotes, .note)] : [(Field.commentsAndWorkNotes, .note)]
        for (field, kind) in kinds {
            guard let text = record.text(field) else { continue }
            draft.linkTexts.append(text)
            let (entries, rest) = ServiceNowJournal.entries(of: text.value)
            for entry in entries {
                guard let at = stamps.instant(Sourced(entry.stamp, text.origin), in: record) else { continue }
                let isComment = kind == .comment || entry.label.lowercased().contains("comment")
                draft.facts.story.timeline.append(
                    TimelineEntry(
                        instant: at.value, text: entry.text, actor: entry.author, system: system,
                        kind: isComment ? .comment : .note, origin: text.origin))
            }
            if let rest {
                record.notes.add(
                    Diagnostic(
                        .journalWithoutStamp, "journal text without a date: “\(rest.prefix(60))”", at: text.origin,
                        help: "it cannot stand in the timeline, and is left out"))
            }
        }
    }

    private func journal(_ record: RecordReader, _ stamps: StampReader) -> Draft {
        guard let at = stamps.instant(Field.createdOn, in: record), let key = record.text(Field.elementID) else {
            return .unusable(
                Diagnostic(
                    .journalWithoutStamp, "a journal entry without its date or the record it belongs to",
                    at: record.origin, help: "it cannot stand in a timeline, and is left out"))
        }
        let kind: TimelineEntry.Kind = record.text(Field.element)?.value == "comments" ? .comment : .note
        var draft = newDraft(record)
        draft.facts.key = key.value
        draft.inferable = Self.inferable
        let text = record.text(Field.value)
        draft.linkTexts = [text].compactMap { $0 }
        draft.facts.story.timeline = [
            TimelineEntry(
                instant: at.value, text: text?.value ?? "", actor: record.text(Field.createdBy)?.value, system: system,
                kind: kind, origin: record.origin)
        ]
        return .fragment(draft)
    }
}

/// The columns of the `incident` and `sys_journal_field` tables.
private enum Field {
    static let number: FieldPath = "number"
    static let sysID: FieldPath = "sys_id"
    static let priority: FieldPath = "priority"
    static let openedAt: FieldPath = "opened_at"
    static let workStart: FieldPath = "work_start"
    static let resolvedAt: FieldPath = "resolved_at"
    static let closedAt: FieldPath = "closed_at"
    static let shortDescription: FieldPath = "short_description"
    static let description: FieldPath = "description"
    static let state: FieldPath = "state"
    static let incidentState: FieldPath = "incident_state"
    static let businessService: FieldPath = "business_service"
    static let businessServiceShown: FieldPath = "business_service@display_value"
    static let configurationItem: FieldPath = "cmdb_ci"
    static let configurationItemShown: FieldPath = "cmdb_ci@display_value"
    static let assignmentGroup: FieldPath = "assignment_group"
    static let assignmentGroupShown: FieldPath = "assignment_group@display_value"
    static let assignedTo: FieldPath = "assigned_to"
    static let assignedToShown: FieldPath = "assigned_to@display_value"
    static let company: FieldPath = "company"
    static let companyShown: FieldPath = "company@display_value"
    static let contactType: FieldPath = "contact_type"
    static let cause: FieldPath = "cause"
    static let closeNotes: FieldPath = "close_notes"
    static let reopenCount: FieldPath = "reopen_count"
    static let businessImpact: FieldPath = "business_impact"
    static let correlationID: FieldPath = "correlation_id"
    static let correlationDisplay: FieldPath = "correlation_display"
    static let parentIncident: FieldPath = "parent_incident"
    static let comments: FieldPath = "comments"
    static let workNotes: FieldPath = "work_notes"
    static let commentsAndWorkNotes: FieldPath = "comments_and_work_notes"

    static let element: FieldPath = "element"
    static let elementID: FieldPath = "element_id"
    static let value: FieldPath = "value"
    static let createdOn: FieldPath = "sys_created_on"
    static let createdBy: FieldPath = "sys_created_by"
}

extension DiagnosticCode {
    package static let journalWithoutStamp = DiagnosticCode(
        "journal-without-stamp", .warning, "journal text carries no date",
        """
        A journal field holds text that does not begin with `date - author (kind)`, as ServiceNow writes it, so nobody \
        can say when it was written. It is left out of the timeline.
        """)
}
