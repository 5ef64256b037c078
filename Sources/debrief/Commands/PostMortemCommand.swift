import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax
import Typesetting

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
              debrief postmortem exports/ INC-2024-0215-001 --print-context

            A page that a person has edited is brought up to date, and their words stay; one whose front matter says
            `state: final` is left as it is.
            """)

    @Argument(help: ArgumentHelp("Exports (files, folders, -) and incident ids.", valueName: "export-or-id"))
    var arguments: [String] = []

    @Flag(help: "Only those that are mandatory or asked for, and not yet reviewed.")
    var due = false

    @Flag(help: "Instead of pages: what a template may say, as JSON; of several incidents, one a line.")
    var printContext = false

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
            let wanted = batch.told(named.ids).filter { isWanted($0, named.ids, batch) }
            let delivery = Delivery(output, voice, world: world)
            if printContext { return try printContext(of: wanted, newsroom, delivery, batch) }
            if wanted.isEmpty, !voice.quiet { world.complain("No post-mortem is due.\n") }
            try await delivery.stream(wanted.count, width: world.width) { place in
                newsroom.postMortem(wanted[place], formats: formats)
            }
            try delivery.finish(of: batch)
        }
    }

    /// One document, or one a line (NDJSON) where several incidents are wanted.
    private func printContext(
        of wanted: [AssessedIncident], _ newsroom: Newsroom, _ delivery: Delivery, _ batch: Batch
    ) throws {
        let contexts = wanted.lazy.map(newsroom.postMortemContext)
        let text = wanted.count == 1 ? contexts[0].text : contexts.map(\.line).joined()
        try delivery.finish([OutputFile(path: "post-mortem-context.json", contents: text)], of: batch)
    }

    private func isWanted(_ assessed: AssessedIncident, _ ids: [String], _ batch: Batch) -> Bool {
        if due && !assessed.needsDraft(asOf: batch.edition.asOf) { return false }
        if !ids.isEmpty { return ids.contains(assessed.incident.id) }
        if case .done = assessed.postMortem { return !due }
        return assessed.needsDraft(asOf: batch.edition.asOf)
    }
}
