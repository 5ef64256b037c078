package import Diagnostics
import IncidentModel
import Syntax

/// Journals as a row shows them: `comments` and `work_notes`, or both in one text.
extension ServiceNowRow {
    func readJournals(_ draft: inout IncidentDraft) {
        let kinds: [(ServiceNowColumn, TimelineEntry.Kind)] =
            journal(.comments) != nil || journal(.workNotes) != nil
            ? [(.comments, .comment), (.workNotes, .note)] : [(.commentsAndWorkNotes, .note)]
        for (column, kind) in kinds {
            guard let text = journal(column) else { continue }
            draft.linkTexts.append(text)
            let (entries, rest) = ServiceNowJournal.entries(of: text.value)
            for entry in entries { add(entry, from: text, kind, to: &draft) }
            if let rest {
                record.notes.add(
                    Diagnostic(
                        .journalWithoutStamp, "journal text without a date: “\(rest.prefix(60))”", at: text.origin,
                        help: "it cannot stand in the timeline, and is left out"))
            }
        }
    }

    /// In JSON the words alone hold the entries.
    private func journal(_ column: ServiceNowColumn) -> Sourced<String>? {
        form == .members && record.has(column.shown) ? record.text(column.shown) : raw(column)
    }

    private func add(
        _ entry: ServiceNowJournal.Entry, from text: Sourced<String>, _ kind: TimelineEntry.Kind,
        to draft: inout IncidentDraft
    ) {
        guard let at = journalStamps.instant(Sourced(text: entry.stamp, text.origin), in: record) else { return }
        let isComment = kind == .comment || entry.label.lowercased().contains("comment")
        draft.facts.story.timeline.append(
            TimelineEntry(
                instant: at.value, text: entry.text, actor: entry.author, system: draft.facts.system,
                kind: isComment ? .comment : .note, origin: text.origin))
    }
}

extension DiagnosticCode {
    package static let journalWithoutStamp = DiagnosticCode(
        "journal-without-stamp", .warning, "journal text carries no date",
        """
        A journal field holds text that does not begin with `date - author (kind)`, as ServiceNow writes it, so nobody \
        can say when it was written. It is left out of the timeline.
        """)
}
