import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// Drafts of the messages about an incident.
struct CommsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comms",
        abstract:
            "Draft the messages that an incident's state asks for: status page, banner, customers, accounts, internal.",
        discussion: """
            Without --audience: the drafts that are due. Without ids: of every incident that still runs. In a folder, \
            preview.md says why each draft is there, and who looks after which strategic account. A draft that breaks \
            a writing rule is held back. The JSON of the status page is the body of a Statuspage incident.

            Examples:
              debrief comms exports/ INC-2026-0202-001 --out pages
              debrief comms exports/ INC-2026-0202-001 --audience status_page --format txt
            """)

    @Argument(help: ArgumentHelp("Exports (files, folders, -) and incident ids.", valueName: "export-or-id"))
    var arguments: [String] = []

    @Option(help: "Only the drafts for this audience, due or not; may be repeated.")
    var audience: [MessageAudience] = []

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        let toFolder = output.out.map { $0 != "-" } ?? false
        let formats = try output.formats(of: "communication", standard: toFolder ? [.md, .txt, .json] : [.md])
        try await inWorld(voice) { world in
            let named = try ExportsAndIDs(arguments, input, world: world)
            let batch = try await Batch.read(named.exports, input, judging, depth: .everything, world: world)
            try named.check(against: batch, world: world)
            let newsroom = batch.newsroom
            let wanted = MessageAudience.allCases.filter(audience.contains)
            let files = batch.told(named.ids).filter { isWanted($0, named.ids, batch) }.flatMap {
                newsroom.communications(
                    $0, to: wanted.isEmpty ? nil : wanted, formats: formats, isPreviewed: toFolder)
            }
            if files.isEmpty, !voice.quiet { world.complain("No message is due.\n") }
            try Delivery(output, voice, world: world).finish(files, of: batch)
        }
    }

    private func isWanted(_ assessed: AssessedIncident, _ ids: [String], _ batch: Batch) -> Bool {
        if !ids.isEmpty { return ids.contains(assessed.incident.id) }
        return assessed.incident.milestones[.resolved].map { $0.instant > batch.edition.asOf } ?? true
    }
}

extension MessageAudience: ExpressibleByArgument {}
