import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// The data-quality ledger.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Write the data-quality ledger: what became of every record, and what could not be judged.",
        discussion: """
            Records in = used + merged + joined + context + set aside + of no incident + rejected. Below it: what could \
            not be judged and which field would have settled it, where sources disagree and which verdicts that would \
            change, stamps out of order, and paperwork that came late.

            Examples:
              debrief ledger exports/
              debrief ledger exports/ --format html,csv --out pages
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String] = []

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        let formats = try output.formats(of: "data-quality", standard: [.md])
        try await inWorld(voice) { world in
            let batch = try await Batch.read(exports, input, judging, depth: .everything, world: world)
            let files = batch.newsroom.dataQuality(
                batch.ledger, all: batch.incidents, recurrence: batch.recurrence, recorders: batch.recorders,
                formats: formats)
            try Delivery(output, voice, world: world).finish(files, of: batch)
        }
    }
}
