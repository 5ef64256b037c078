import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// Action items across incidents.
struct ActionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract: "List action items across incidents, by owner, overdue first.",
        discussion: """
            Items come from the exports, from what the policy asks for, and with --post-mortems from the tables of \
            post-mortems that people work on: ticked boxes, owners, due dates, added rows. Where both speak, the person's \
            edit counts, and the export's word stands beside it.

            What is closed is asked whether it held: whether an incident like its own came back within the policy's window \
            (conduct.recurrence.window) after the closing. When that was an export says (completedAt), or with --database \
            the imports that tell it open and closed; otherwise it cannot be told.

            What is open can go into other systems: ics (a task list), jira-csv (Jira's CSV import, date format \
            yyyy-MM-dd), github-json and gitlab-json (one issue a line, for `gh api` and `glab api`).

            Examples:
              debrief actions exports/ --overdue
              debrief actions exports/ --post-mortems pages/post-mortems
              debrief actions exports/ --format github-json --out - | \
                while read -r issue; do gh api repos/OWNER/REPO/issues --input - <<<"$issue"; done
              debrief actions exports/ --owner "Platform Engineering" --format csv --out -
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String] = []

    @Option(help: ArgumentHelp("Only items of this owner.", valueName: "name"))
    var owner: String?

    @Flag(help: "Only items that are overdue at the report moment.")
    var overdue = false

    @Option(help: ArgumentHelp("Only items of this incident; may be repeated.", valueName: "id"))
    var incident: [String] = []

    @Option(help: ArgumentHelp("Post-mortems to read back (a file or a folder); may be repeated.", valueName: "path"))
    var postMortems: [String] = []

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        let formats = try output.formats(of: "action-items", standard: [.md])
        try await inWorld(voice) { world in
            let batch = try await Batch.read(exports, input, judging, depth: .everything, world: world)
            let tables = try PostMortemFolder.tables(postMortems, of: batch, world: world)
            let files = batch.newsroom.actionItems(
                batch.incidents,
                wanting: ActionChoice(owner: owner, isOnlyOverdue: overdue, incidents: Set(incident)), tables: tables,
                recurrence: batch.recurrence, formats: formats)
            try Delivery(output, voice, world: world).finish(files, of: batch)
        }
    }
}
