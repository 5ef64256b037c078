import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// Post-mortem drafts.
struct PostMortemCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postmortem",
        abstract: "Write post-mortem drafts.",
        discussion: """
            Without ids: every resolved incident for which a post-mortem is mandatory or asked for.

            Examples:
              debrief postmortem exports/ INC-2024-0215-001
              debrief postmortem exports/ --due --format md,html --out pages
            """)

    @Argument(help: ArgumentHelp("Exports (files, folders, -) and incident ids.", valueName: "export-or-id"))
    var arguments: [String] = []

    @Flag(help: "Only those that are mandatory or asked for, and not yet reviewed.")
    var due = false

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        let formats = try output.formats(of: "post-mortem", standard: [.md])
        try await inWorld(voice) { world in
            let named = try ExportsAndIDs(arguments, input, world: world)
            let batch = try await Batch.read(named.exports, input, judging, depth: .everything, world: world)
            try named.check(against: batch, world: world)
            let newsroom = batch.newsroom
            let files = batch.told(named.ids).filter { isWanted($0, named.ids, batch) }
                .flatMap { newsroom.postMortem($0, formats: formats) }
            if files.isEmpty, !voice.quiet { world.complain("No post-mortem is due.\n") }
            try Delivery(output, voice, world: world).finish(files, of: batch)
        }
    }

    private func isWanted(_ assessed: AssessedIncident, _ ids: [String], _ batch: Batch) -> Bool {
        if due && !assessed.needsDraft(asOf: batch.edition.asOf) { return false }
        if !ids.isEmpty { return ids.contains(assessed.incident.id) }
        if case .done = assessed.postMortem { return !due }
        return assessed.needsDraft(asOf: batch.edition.asOf)
    }
}
