import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// The coordinator's response documents.
struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Write the coordinator's response document of incidents, as JSON.",
        discussion: """
            The specification's response format, and what its rules say about the incident: the verdict of every clock, \
            the assessed severity, who is to respond, what is to be told and done, and where sources disagree. \
            debrief reads it back as an export.

            With one id: one object. Otherwise an array of them, of all incidents where no id is given.

            Examples:
              debrief assess exports/ INC-2024-0215-001
              debrief assess exports/ --lines > assessed.ndjson
            """)

    @Argument(help: ArgumentHelp("Exports (files, folders, -) and incident ids.", valueName: "export-or-id"))
    var arguments: [String] = []

    @Flag(help: "One document a line (NDJSON).")
    var lines = false

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        _ = try output.formats(of: "coordinator-response", standard: [.json])
        try await inWorld(voice) { world in
            let named = try ExportsAndIDs(arguments, input, world: world)
            let batch = try await Batch.read(named.exports, input, judging, depth: .everything, world: world)
            try named.check(against: batch, world: world)
            let wanted = batch.incidents.filter { named.ids.isEmpty || named.ids.contains($0.incident.id) }
            let file = batch.newsroom.coordinatorResponses(
                wanted, recurrence: batch.recurrence, as: form(of: wanted.count, named.ids))
            try Delivery(output, voice, world: world).finish(file.map { [$0] } ?? [], of: batch)
        }
    }

    /// One id may be that of several incidents.
    private func form(of count: Int, _ ids: [String]) -> ResponseForm {
        if lines { return .lines }
        return Set(ids).count == 1 && count == 1 ? .object : .array
    }
}
