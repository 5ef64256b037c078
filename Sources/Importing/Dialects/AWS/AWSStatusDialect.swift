package import Diagnostics
package import IncidentModel
package import Syntax

/// Events of the public AWS status page as its `data.json` listed them until 2023: the archive, and what ran.
///
/// An event has no id: it is named by its service and its `date`, seconds since 1970. Its updates have clock times only,
/// which ``AWSStatusUpdates`` reads where they leave no doubt. When it ended is said in the words of an update, if at all,
/// so a resolution is inferred by the policy's rule or absent.
package struct AWSStatusDialect: ExportDialect {
    package let name = "aws-status"
    package let system = "aws-status"
    package let kind = SystemKind.statusPage
    package let summary = "events of the public AWS status page (data.json with archive and current)"
    package let howToExport = "a kept copy of https://status.aws.amazon.com/data.json (retired in 2023)"
    package let milestones: [Milestone] = [.detected, .communicated]
    package let records = RecordPath.json(arrays: ["archive", "current"])
    package let signature = Signature(
        has: ["service_name", "service", "summary", "date", "description"], envelope: ["archive", "current"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        let service = record.text(Field.service)
        let date = record.text(Field.date)
        if let service {
            let parts = [service.value, date?.value].compactMap(\.self)
            draft.id = Sourced(parts.joined(separator: "/"), service.origin)
        }
        record.notes.recordName = draft.id?.value
        // 0 says that the service runs normally again, and not how grave it was.
        if let status = record.text(Field.status), status.value != "0" { draft.severityWord = status }
        if let summary = record.text(Field.summary) {
            (draft.facts.statusWord, draft.facts.title) = Self.parts(of: summary)
        }
        draft.facts.service = record.text(Field.serviceName)
        readUpdates(record, stamps.instant(Field.date, in: record, as: .epochSeconds), &draft, depth)
        return .incident(draft)
    }

    private func readUpdates(
        _ record: RecordReader, _ date: Stamp?, _ draft: inout IncidentDraft, _ depth: ReadingDepth
    ) {
        let description = record.text(Field.description)
        draft.linkTexts = [description].compactMap(\.self)
        guard let description, let date else { return }
        guard let updates = AWSStatusUpdates.read(description.value, of: date.value), let first = updates.first else {
            record.notes.add(
                Diagnostic(
                    .undatedUpdates, "the clock times of the updates do not fit the event's date",
                    at: description.origin,
                    help: "their words are kept as the description; no moment is taken from them"))
            draft.record(.detected, at: date)
            draft.record(.communicated, at: date)
            if depth == .everything {
                draft.facts.story.description = Sourced(HTMLText.plain(description.value), description.origin)
            }
            return
        }
        // What was told of only once, when it was over, has no known length.
        if updates.count > 1 { draft.inferable = [.resolved] }
        let told = Stamp(first.instant, description.origin)
        draft.record(.detected, at: told.value < date.value ? told : date)
        draft.record(.communicated, at: told)
        for update in updates {
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: update.instant, text: update.text, actor: "AWS", system: system, kind: .communication,
                    origin: description.origin))
            draft.facts.story.communications.append(
                Communication(
                    instant: update.instant, channel: "status_page", audience: "public", body: update.text,
                    origin: description.origin))
        }
    }

    /// `[RESOLVED] Increased error rates`: what stands in the brackets, and what behind them.
    private static func parts(of summary: Sourced<String>) -> (status: Sourced<String>?, title: Sourced<String>?) {
        let text = summary.value.drop(while: \.isWhitespace)
        guard text.first == "[", let close = text.prefix(24).firstIndex(of: "]") else { return (nil, summary) }
        let title = text[text.index(after: close)...].drop(while: \.isWhitespace)
        let status = Sourced(String(text[..<close].dropFirst()), summary.origin)
        return (status, title.isEmpty ? summary : Sourced(String(title), summary.origin))
    }

    private enum Field {
        static let service: FieldPath = "service"
        static let serviceName: FieldPath = "service_name"
        static let summary: FieldPath = "summary"
        static let date: FieldPath = "date"
        static let status: FieldPath = "status"
        static let description: FieldPath = "description"
    }
}

extension DiagnosticCode {
    package static let undatedUpdates = DiagnosticCode(
        "undated-updates", .note, "updates have clock times that cannot be dated",
        """
        The updates of an event carry clock times without a date. They are dated by the event only where they follow it in \
        order. Here they do not, so they stand for no moment: neither in the timeline nor as a resolution.
        """)
}
