import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// Customer resolution mails.
struct EmailsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emails",
        abstract: "Write the resolution mails to customers, one for each affected account, in the order of priority.",
        discussion: """
            The preview (md) lists the recipients with the reason for their place, and the accounts without an address. The \
            table (csv) is for a mail merge: one row for each mail that may go out, with the parts of its text. Mails open \
            as drafts (X-Unsent): a person reads and sends them.

            Columns of the table: number (the order of priority), file, address, name (of the contact), account, subject, \
            sender (the name beside the address), reference (the incident's number), title, service, what_happened, when, \
            duration, data_loss (possible, none identified, not known), workaround, cause (only one that is confirmed for \
            publication), manager, call_by, remediation (yes or no), apology_by (who signs it), what_comes_next.

            Examples:
              debrief emails exports/ --out pages
              debrief emails exports/ INC-2026-0202-001 --format md
            """)

    @Argument(help: ArgumentHelp("Exports (files, folders, -) and incident ids.", valueName: "export-or-id"))
    var arguments: [String] = []

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        let toFolder = output.out.map { $0 != "-" } ?? false
        let formats = try output.formats(of: "resolution-email", standard: toFolder ? [.eml, .md, .csv] : [.md])
        try await inWorld(voice) { world in
            let named = try ExportsAndIDs(arguments, input, world: world)
            let batch = try await Batch.read(named.exports, input, judging, depth: .everything, world: world)
            try named.check(against: batch, world: world)
            let newsroom = batch.newsroom
            let files = batch.told(named.ids)
                .filter { named.ids.isEmpty || named.ids.contains($0.incident.id) }
                .flatMap { newsroom.resolutionEmails($0, recurrence: batch.recurrence, formats: formats) }
            if files.isEmpty, !voice.quiet {
                world.complain("No resolution mail is due: nothing of this is resolved.\n")
            }
            try Delivery(output, voice, world: world).finish(files, of: batch)
        }
    }
}
