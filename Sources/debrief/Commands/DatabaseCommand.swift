import ArgumentParser

/// The care of an incident database.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: "Check, count, copy or purge an incident database.",
        discussion: """
            Examples:
              debrief database check incidents.sqlite
              debrief database stats incidents.sqlite --format json
              debrief database backup incidents.sqlite --out copies/2026-02-10.sqlite
              debrief database purge incidents.sqlite --before 2024-01-01
            """,
        subcommands: [
            DatabaseCheckCommand.self, DatabaseStatsCommand.self, DatabaseBackupCommand.self, DatabasePurgeCommand.self,
        ])
}
