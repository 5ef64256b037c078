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
        abstract: "Write everything: index, SLA report, post-mortem drafts, customer mails, action items.",
        discussion: """
            Post-mortem drafts are written for resolved incidents that owe one and have not held it, mails for \
            resolved incidents. Pages that a person has edited are not overwritten.

            Examples:
              debrief build exports/ --out pages
              debrief build pager.json tickets.xml --out pages --week 2026-W06 --time-zone Europe/Berlin
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String] = []

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
            let files = try pages(of: batch)
            try Delivery(output, voice, world: world).finish(files, of: batch, summary: summary(of: batch, files))
        }
    }

    private func pages(of batch: Batch) throws -> [OutputFile] {
        var newsroom = batch.newsroom
        newsroom.paths.written.insert(PagePaths.index)
        let asked = try output.formats(standard: Set(OutputFormat.allCases))
        var files: [OutputFile] = []
        for assessed in batch.told() where assessed.needsDraft(asOf: batch.edition.asOf) {
            files += newsroom.postMortem(assessed, formats: asked)
        }
        for assessed in batch.told() {
            files += newsroom.resolutionEmails(assessed, formats: asked)
        }
        files += newsroom.actionItems(batch.incidents, formats: asked)
        files += newsroom.dataQuality(
            batch.ledger, all: batch.incidents, recurrence: batch.recurrence, recorders: batch.recorders, formats: asked
        )
        newsroom.note(files)
        let report = batch.report(try period.period(asOf: batch.edition.asOf, in: batch.zone), cohort: cohort)
        let reports = newsroom.slaReport(
            report, all: batch.incidents, formats: asked, counts: batch.counts)
        newsroom.note(reports)
        files += reports
        files.append(
            newsroom.index(
                batch.incidents, report: report, counts: batch.counts,
                diagnostics: batch.diagnostics + files.remarks))
        return files
    }

    private func summary(of batch: Batch, _ files: [OutputFile]) -> String {
        let mails = files.count { $0.path.hasSuffix(".eml") && !$0.isHeldBack }
        let held = files.count(where: \.isHeldBack)
        let drafts = Set(files.filter { $0.path.hasPrefix("post-mortems/") }.map { $0.path.prefix { $0 != "." } }).count
        var pages = "\(Phrasing.count(drafts, "post-mortem draft")), \(Phrasing.count(mails, "mail"))"
        if held > 0 { pages += ", \(Phrasing.count(held, "mail")) held back in \(output.out ?? "")/rejects" }
        return "\(batch.counts.sentence)\n\(pages); open \(output.out ?? "")/index.html\n"
    }
}

extension Cohort: ExpressibleByArgument {}
