import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// The main job.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Write everything: index, SLA report, post-mortem drafts, customer mails, messages, action items.",
        discussion: """
            Post-mortem drafts are written for resolved incidents that owe one and have not held it, mails for \
            resolved incidents, messages for incidents that still run or that owe one. Pages that a person has edited are \
            not overwritten; what people wrote into the action items of the drafts in DIR is read back first.

            Examples:
              debrief build exports/ --out pages
              debrief build pager.json tickets.xml --out pages --week 2026-W06 --time-zone Europe/Berlin
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String] = []

    @Option(
        help: ArgumentHelp(
            "More post-mortems to read back (a file or a folder); may be repeated.", valueName: "path"))
    var postMortems: [String] = []

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Period of the report") var period: PeriodOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    @Option(help: "Which incidents the report is about: those resolved, or those detected, in its period.")
    var cohort = Cohort.resolved

    func validate() throws {
        guard let out = output.out, out != "-" else { throw ValidationError("build needs a folder: --out DIR") }
        _ = try output.formats(standard: [])
    }

    func run() async throws {
        try await inWorld(voice) { world in
            let batch = try await Batch.read(exports, input, judging, depth: .everything, world: world)
            let tables = try PostMortemFolder.tables(try drafts(in: world) + postMortems, of: batch, world: world)
            let delivery = Delivery(output, voice, world: world)
            let counts = try await write(batch, tables, to: delivery, width: world.width)
            try delivery.finish(of: batch, summary: summary(of: batch, counts))
        }
    }

    /// The post-mortems that stand in the output folder: people may have worked on them since.
    private func drafts(in world: World) throws -> [String] {
        guard let out = output.out else { return [] }
        let folder = (out.hasSuffix("/") ? out : out + "/") + "post-mortems"
        guard world.kind(folder) == .folder else { return [] }
        return try world.list(folder).isEmpty ? [] : [folder]
    }

    /// What was written, for the last line of a run.
    private struct Counts {
        var drafts = 0
        var mails = 0
        var held = 0
    }

    /// Pages of single incidents are written as they are made; then those that are about all of them, and link to what
    /// was written.
    private func write(
        _ batch: Batch, _ tables: [ActionTable], to delivery: Delivery, width: Int
    ) async throws -> Counts {
        let newsroom = batch.newsroom
        let asked = try output.formats(standard: Set(OutputFormat.allCases.filter { !$0.isForImport }))
        var counts = Counts()
        var written: Set<String> = []
        let owed = batch.told().filter { $0.needsDraft(asOf: batch.edition.asOf) }
        try await delivery.stream(owed.count, width: width, noting: { written.insert($0.path) }) { place in
            newsroom.postMortem(owed[place], formats: asked)
        }
        counts.drafts = written.isEmpty ? 0 : owed.count
        let all = batch.told()
        let recurrence = batch.recurrence
        try await delivery.stream(
            all.count, width: width,
            noting: { file in
                if file.isHeldBack {
                    counts.held += 1
                } else {
                    written.insert(file.path)
                    if file.path.hasSuffix(".eml") { counts.mails += 1 }
                }
            },
            { place in newsroom.resolutionEmails(all[place], recurrence: recurrence, formats: asked) })
        let asking = all.filter(newsroom.asksForMessages)
        try await delivery.stream(asking.count, width: width, noting: { written.insert($0.path) }) { place in
            newsroom.communications(asking[place], formats: asked, isPreviewed: true)
        }
        try overviews(of: batch, tables, written, asked, to: delivery)
        return counts
    }

    private func overviews(
        of batch: Batch, _ tables: [ActionTable], _ written: Set<String>, _ asked: Set<OutputFormat>,
        to delivery: Delivery
    ) throws {
        var newsroom = batch.newsroom
        newsroom.paths.written = written.union([PagePaths.index])
        var files = newsroom.actionItems(
            batch.incidents, tables: tables, recurrence: batch.recurrence, formats: asked)
        files += newsroom.dataQuality(
            batch.ledger, all: batch.incidents, recurrence: batch.recurrence, recorders: batch.recorders, formats: asked
        )
        newsroom.note(files)
        let report = batch.report(try period.period(asOf: batch.edition.asOf, in: batch.zone), cohort: cohort)
        let reports = newsroom.slaReport(
            report, all: batch.incidents, formats: asked, counts: batch.counts)
        newsroom.note(reports)
        try delivery.write(files + reports)
        try delivery.write([
            newsroom.index(
                batch.incidents, report: report, counts: batch.counts,
                diagnostics: batch.diagnosticsInFull + delivery.diagnostics)
        ])
    }

    private func summary(of batch: Batch, _ counts: Counts) -> String {
        var pages = "\(Phrasing.count(counts.drafts, "post-mortem draft")), \(Phrasing.count(counts.mails, "mail"))"
        if counts.held > 0 {
            pages += ", \(Phrasing.count(counts.held, "mail")) held back in \(output.out ?? "")/rejects"
        }
        return "\(batch.counts.sentence)\n\(pages); open \(output.out ?? "")/index.html\n"
    }
}

extension Cohort: ExpressibleByArgument {}
