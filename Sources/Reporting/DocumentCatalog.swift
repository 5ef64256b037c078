package import Typesetting

/// Every document that the program writes, for `list documents` and for what a command may ask for.
package enum DocumentCatalog {
    package struct Entry: Sendable, Equatable {
        /// The name that commands use: `post-mortem`.
        package var name: String
        package var audience: Audience
        package var formats: [OutputFormat]
        /// One sentence without a full stop.
        package var summary: String
        /// Its templates below the templates folder, without `.mustache`.
        package var templates: [String]
    }

    package static let all = [
        Entry(
            name: "post-mortem", audience: .internal, formats: [.md, .html, .json],
            summary:
                "One incident: facts, timing against targets, timeline, and holes for what the review has to write",
            templates: ["documents/post-mortem.md"]),
        Entry(
            name: "resolution-email", audience: .customers, formats: [.eml, .md, .csv],
            summary:
                "One mail for each affected account once an incident is resolved, a mail-merge table and a preview",
            templates: [
                "documents/resolution-email.txt", "documents/resolution-email.md", "documents/email-preview.md",
            ]),
        Entry(
            name: "communication", audience: .customers, formats: [.md, .json, .txt],
            summary:
                "The messages that an incident asks for: status page, banner, affected customers, strategic accounts, internal",
            templates: [
                "documents/comms-status-page.md", "documents/comms-status-page.txt",
                "documents/comms-in-app-banner.md", "documents/comms-in-app-banner.txt",
                "documents/comms-affected-customers.md", "documents/comms-affected-customers.txt",
                "documents/comms-strategic-accounts.md", "documents/comms-strategic-accounts.txt",
                "documents/comms-internal.md", "documents/comms-preview.md",
            ]),
        Entry(
            name: "action-items", audience: .internal,
            formats: [.md, .html, .csv, .json, .ics, .jiraCSV, .githubJSON, .gitlabJSON],
            summary: "What is to be done across incidents, by owner, overdue first",
            templates: ["documents/action-items.md", "documents/action-issue.md"]),
        Entry(
            name: "sla-report", audience: .internal, formats: [.md, .html, .json, .csv],
            summary: "One period: promises kept and broken, mean times, what changed, and how it was computed",
            templates: ["documents/sla-report.md", "documents/sla-report.html"]),
        Entry(
            name: "data-quality", audience: .internal, formats: [.md, .html, .csv, .json],
            summary:
                "What became of every record, what could not be judged and why, and where sources disagree",
            templates: ["documents/data-quality.md"]),
        Entry(
            name: "audit-pack", audience: .internal, formats: [.html, .json, .csv],
            summary:
                "One period for an auditor: every incident and promise with its evidence, exceptions, controls, a sample",
            templates: ["documents/audit-index.html"]),
        Entry(
            name: "coordinator-response", audience: .internal, formats: [.json],
            summary: "One incident as the coordinator writes it down, with what the specification's rules say about it",
            templates: []),
        Entry(
            name: "index", audience: .internal, formats: [.html],
            summary: "What was read, what needs a person next, and every incident with its pages",
            templates: ["documents/index.html"]),
    ]
}
