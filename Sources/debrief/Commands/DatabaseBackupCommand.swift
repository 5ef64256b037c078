import ArgumentParser
import Diagnostics
import IncidentStore

/// Copies an incident database while others may write to it.
struct DatabaseBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy an incident database, whatever others write to it meanwhile.",
        discussion: """
            The copy is made by SQLite's own backup, holds all of every import or nothing of it, and is one file. A file \
            that is there already is never overwritten.

            Example:
              debrief database backup incidents.sqlite --out copies/2026-02-10.sqlite
            """)

    @Argument(help: ArgumentHelp("The incident database.", valueName: "file"))
    var database: String

    @Option(help: ArgumentHelp("The copy; there is no such file yet.", valueName: "file"))
    var out: String

    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            let opened = try world.database(database, for: .reading)
            defer { opened.close() }
            try world.backUp(opened, out)
            if !voice.quiet { world.complain("\(out)\n") }
        }
    }
}
