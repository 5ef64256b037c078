package import ArgumentParser

/// The command line.
@main
package struct Debrief: AsyncParsableCommand {
    package static let version = "0.1.0"
    /// What pages and mails call the program.
    static let signature = "debrief \(version)"

    package static let configuration = CommandConfiguration(
        commandName: "debrief",
        abstract: "Turns incident exports into post-mortems, customer mails, action lists and SLA reports.",
        discussion: """
            EXPORT is a file, a folder (read recursively, in name order) or - for standard input.

            Examples:
              debrief build exports/ --out pages
              debrief report exports/ --week 2026-W06
              debrief postmortem exports/ INC-2024-0215-001
              debrief import exports/ --database incidents.sqlite
              debrief lint pages/post-mortems/INC-2024-0215-001.md
              debrief render pages/post-mortems/INC-2024-0215-001.md > review.html
              zcat incidents.ndjson.gz | debrief report - --month 2026-02 --format json

            Exit status: 0 done · 1 findings · 64 usage · 65 some input was rejected, the rest is done · 66 no such \
            input · 73 cannot write · 78 policy or template broken.
            """,
        version: version,
        subcommands: [
            BuildCommand.self, PostMortemCommand.self, ReportCommand.self, EmailsCommand.self, CommsCommand.self,
            ActionsCommand.self, AssessCommand.self, ExplainCommand.self, CheckCommand.self, LedgerCommand.self,
            AuditCommand.self, ImportCommand.self, DatabaseCommand.self, LintCommand.self, RenderCommand.self,
            ListCommand.self, InitCommand.self,
        ])

    package init() {}
}
