import ArgumentParser
package import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting

/// Takes texts and names of old incidents out of a database.
struct DatabasePurgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Take texts and names of old incidents out of an incident database, and keep its figures.",
        discussion: """
            Of incidents that were resolved and closed before the date go: their bytes in the kept exports, titles, \
            descriptions, causes in words, timelines, messages, the names of people and of accounts, and the words and \
            owners of their action items. Ids, services, severities, states, milestones, verdicts and counts stay: a report \
            of an old period says what it said before. The file is written anew, so that nothing of it is left between its \
            pages. Copies are files of their own, and are yours to delete.

            A custom dialect has to be named by its --field-map, or its records cannot be found in the exports. Whether \
            incidents recur is settled under the policy of the purge.

            Example:
              debrief database purge incidents.sqlite --before 2024-01-01
            """)

    @Argument(help: ArgumentHelp("The incident database.", valueName: "file"))
    var database: String

    @Option(help: ArgumentHelp("Incidents that ended before this date or moment.", valueName: "date"))
    var before: String

    @Option(
        help: ArgumentHelp("A field map that exports of the database were read by; may be repeated.", valueName: "file")
    )
    var fieldMap: [String] = []

    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            let zone = try judging.zone()
            guard let moment = moment(before, in: zone) else {
                throw ValidationError("--before “\(before)” is no date and time; expected 2024-01-01")
            }
            let input = try InputOptions.parse(
                ["--database=\(database)"] + fieldMap.map { "--field-map=\($0)" })
            let batch = try await Batch.read([], input, judging, depth: .everything, world: world)
            // After it was read: a file that is not there is not made.
            let opened = try world.database(database, for: .importing)
            defer { opened.close() }
            let run = PurgeRun(
                path: database, before: moment, at: batch.edition.asOf, width: world.width, batch: batch)
            let outcome = try await World.guarding(database) { try await run.run(opened) }
            if !voice.quiet { world.complain(Self.words(outcome)) }
            guard outcome.heldBack > 0 else { return }
            let held = Diagnostic(
                .purgeHeldBack,
                "\(Phrasing.count(outcome.heldBack, "incident")) that ended before \(before) cannot be purged yet",
                help: "name the field maps of custom dialects, or wait for the incidents that share their records")
            Voice(voice, world: world, most: nil).say([held], sources: batch.sources, inputs: [:], world: world)
            throw ExitStatus.findings
        }
    }

    private static func words(_ outcome: PurgeOutcome) -> String {
        guard outcome.incidents > 0 else { return "Nothing to purge.\n" }
        return
            "Purged: \(Phrasing.count(outcome.incidents, "incident")) in \(Phrasing.count(outcome.records, "record")) "
            + "of \(Phrasing.count(outcome.sources, "export")), \(Phrasing.count(outcome.actions, "action item")).\n"
    }
}

extension DiagnosticCode {
    package static let purgeHeldBack = DiagnosticCode(
        "purge-held-back", .warning, "incidents that are due cannot be purged yet",
        """
        A record of an export goes as a whole. These incidents share one with an incident that is not over yet, or stand \
        in an export whose dialect is made by a field map that was not named. The next purge takes them where that has \
        changed.
        """)
}
