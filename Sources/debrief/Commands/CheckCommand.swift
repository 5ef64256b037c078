import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// Reads and judges, writes nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Read and judge exports, and write nothing: what is wrong, which promises were broken, and which messages break a writing rule.",
        discussion: """
            Diagnostics go to standard error, the broken promises to standard output. Exit status 0: nothing found; \
            1: warnings or broken promises; 65: some input was rejected. Of a database it says in full what was wrong \
            with its exports; other commands only say that something was.

            Example:
              debrief check exports/ --diagnostics json
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String] = []

    @Flag(help: "Say for every input which dialect it was taken for and why, and what the nearest others miss.")
    var explainSniffing = false

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            let batch = try await Batch.read(
                exports, input, judging, depth: .everything, world: world, repeatsImports: true)
            batch.diagnostics += batch.writingFindings
            Voice(voice, world: world, most: nil)
                .say(batch.diagnostics, sources: batch.sources, inputs: batch.inputs, world: world)
            if explainSniffing { try explainSniffing(of: batch, world: world) }
            try await tryFieldMaps(of: batch, world: world)
            let broken = brokenPromises(batch)
            try world.say(broken.joined())
            if !voice.quiet { world.complain(batch.counts.sentence + "\n") }
            if let status = batch.status(voice) { throw status }
            if !broken.isEmpty || batch.diagnostics.contains(where: { $0.level >= .warning }) {
                throw ExitStatus.findings
            }
        }
    }

    /// A line for every breached or overdue clock: `file:line: INC-1 (Sev2): triage breached by 1 min of 15 min`.
    private func brokenPromises(_ batch: Batch) -> [String] {
        let phrasing = batch.edition.phrasing
        return batch.incidents.flatMap { assessed in
            assessed.verdicts.compactMap { judged in
                let words: String
                switch judged.verdict {
                case .breached, .overdue: words = phrasing.verdict(judged.verdict, limit: judged.limit)
                default: return nil
                }
                let incident = assessed.incident
                let severity = incident.severity?.value.title ?? "no severity"
                return visible(
                    "\(batch.sources.lineAddress(of: incident.origin)): \(incident.id) (\(severity)): "
                        + "\(judged.clock) \(words)") + "\n"
            }
        }
    }
}
