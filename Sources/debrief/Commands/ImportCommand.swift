import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting
import Syntax

/// Adds exports to the incident database.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add exports to an incident database.",
        discussion: """
            The database is one SQLite file; it is made where it is missing. It keeps the exports themselves and what \
            was believed of them. Either everything of one import stands in it, or nothing. A file that was imported \
            before changes nothing; a newer export of the same incidents updates them, and what was known before can \
            still be asked for (--as-known-on). The moment of the import is --as-of, SOURCE_DATE_EPOCH or now.

            Examples:
              debrief import exports/ --database incidents.sqlite
              debrief report --database incidents.sqlite --week 2026-W06
              sqlite3 incidents.sqlite "SELECT incident, severity, resolved FROM incidents"
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String]

    @Option(help: ArgumentHelp("A folder for rejected records, verbatim.", valueName: "dir"))
    var out: String?

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func validate() throws {
        guard input.database != nil else { throw ValidationError("import needs a database: --database FILE") }
        if input.asKnownOn != nil { throw ValidationError("--as-known-on is for reading a database") }
        if input.joins != nil { throw ValidationError("--joins is for reading: name it with every report") }
    }

    func run() async throws {
        try await inWorld(voice) { world in
            guard let path = input.database else { return }
            let run = try await World.guarding(path) {
                try await ImportRun.make(exports, input, judging, into: path, world: world)
            }
            var diagnostics = run.diagnostics
            if let out, !run.rejects.isEmpty {
                diagnostics += try Delivery(to: out, voice, world: world).deliver(run.rejects, sources: run.sources)
            }
            Voice(voice, world: world, most: 20)
                .say(diagnostics, sources: run.sources, inputs: run.inputs, world: world)
            if !voice.quiet { world.complain(run.summary) }
            let worst = run.diagnostics.map(\.level).max()
            if worst == .error || (voice.strict && worst == .warning) { throw ExitStatus.dataRejected }
        }
    }
}
