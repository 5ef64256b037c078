import Compliance
import IncidentModel
import Typesetting

/// What is open, in the forms that calendars and issue trackers take in. Owners are names and not accounts there, so they
/// stand in the text.
extension ActionList {
    private var open: [ListedAction] { items.filter { $0.state == .open } }

    /// iCalendar, a `VTODO` for each. What is done is left out: nobody recorded when it was.
    var calendar: String {
        var seen: [String: Int] = [:]
        let tasks = open.map { item in
            let name = "\(item.incident)\n\(item.id)"
            seen[name, default: 0] += 1
            return CalendarFile.Task(
                identity: "\(name)\n\(seen[name] ?? 1)", summary: item.text,
                details: lines(item).joined(separator: "\n"),
                categories: [item.severity?.rawValue, item.isOverdue ? "overdue" : nil].compactMap { $0 },
                priority: item.severity.map(Self.priority), due: item.due.map { Int64($0.seconds) })
        }
        return CalendarFile(
            name: edition.phrases("tracker.calendar"), program: edition.program, stamp: Int64(edition.asOf.seconds),
            tasks: tasks
        ).text
    }

    /// RFC 5545 counts from 1, the highest, to 9; 5 is the middle.
    private static func priority(_ severity: Severity) -> Int {
        switch severity {
        case .sev1: 1
        case .sev2: 3
        case .sev3: 5
        case .sev4: 9
        }
    }

    /// For Jira's CSV import: name the columns as they are called, and the date format `yyyy-MM-dd`. Jira knows people by
    /// their mail addresses, so that an owner is only an assignee where the export gives one.
    var jira: String {
        var table = CSVTable(
            ["Summary", "Issue Type", "Priority", "Due Date", "Assignee", "Labels", "Labels", "Description"].map {
                CSVTable.Column($0)
            })
        for item in open {
            let assignee = item.owner.flatMap { MailAddress($0)?.address }
            table.append([
                item.text.cut(to: 250).text, "Task", item.severity.map(Self.jiraPriority) ?? "Medium",
                item.due.map(edition.phrasing.day) ?? "", assignee ?? "", Self.label,
                item.severity?.rawValue ?? "unknown-severity", lines(item).joined(separator: " · "),
            ])
        }
        return table.text
    }

    private static let label = "incident-action"

    private static func jiraPriority(_ severity: Severity) -> String {
        switch severity {
        case .sev1: "Highest"
        case .sev2: "High"
        case .sev3: "Medium"
        case .sev4: "Low"
        }
    }

    /// The body of `POST /repos/{owner}/{repo}/issues`, one a line.
    func github(_ templates: TemplateLibrary) -> String {
        open.map { item in
            let issue: JSONDocument = [
                "body": .string(body(item, templates)), "labels": .strings(labels(item)), "title": .string(title(item)),
            ]
            return issue.line
        }.joined()
    }

    /// The body of `POST /projects/:id/issues`, one a line. Confidential: the text names people and systems.
    func gitlab(_ templates: TemplateLibrary) -> String {
        open.map { item in
            var issue: [String: JSONDocument] = [
                "confidential": true, "description": .string(body(item, templates)),
                "labels": .string(labels(item).joined(separator: ",")), "title": .string(title(item)),
            ]
            if let due = item.due { issue["due_date"] = .string(edition.phrasing.day(due)) }
            return JSONDocument.object(issue).line
        }.joined()
    }

    private func labels(_ item: ListedAction) -> [String] {
        [Self.label, item.severity?.rawValue, item.isOverdue ? "overdue" : nil].compactMap { $0 }
    }

    /// Titles are not Markdown, so a name after `@` cannot be put into a code span there: a sign that looks the same does
    /// not call anybody.
    private func title(_ item: ListedAction) -> String {
        plainText(item.text.cut(to: 200).text).replacing("@", with: "\u{FF20}")
    }

    private func body(_ item: ListedAction, _ templates: TemplateLibrary) -> String {
        templates.render("documents/action-issue.md", with: issue(item))
    }

    func issue(_ item: ListedAction) -> Context {
        [
            "item": item.context(edition), "asOf": .text(edition.phrasing.moment(edition.asOf)),
            "program": .text(edition.program),
        ]
    }

    /// What a reader of another system needs to know about it.
    private func lines(_ item: ListedAction) -> [String] {
        let phrases = edition.phrases
        return [
            phrases("tracker.incident", ["incident": item.incident, "title": item.incidentTitle]),
            item.service.map { phrases("tracker.service", ["service": $0]) },
            phrases("tracker.owner", ["owner": item.owner ?? phrases("action.nobody")]),
            phrases("tracker.due", ["due": item.dueWords]),
            item.repetitionWords(edition.phrasing)?.sentenceStart,
            phrases("tracker.source", ["address": edition.address(item.origin)]),
        ].compactMap { $0 }
    }
}
