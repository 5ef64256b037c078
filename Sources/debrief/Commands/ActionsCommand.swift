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
            Examples:
              debrief actions exports/ --overdue
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

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        let formats = try output.formats(of: "action-items", standard: [.md])
        try await inWorld(voice) { world in
            let batch = try await Batch.read(exports, input, judging, depth: .everything, world: world)
            let wanted = batch.incidents.filter { incident.isEmpty || incident.contains($0.incident.id) }
            let files = batch.newsroom.actionItems(
                wanted, wanting: ActionChoice(owner: owner, isOnlyOverdue: overdue), formats: formats)
            try Delivery(output, voice, world: world).finish(files, of: batch)
        }
    }
}
