import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// The SLA report of a period.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the SLA report of a week, month, quarter or any range.",
        discussion: """
            The default period is the last full ISO week before the report moment. The run of twelve periods goes back \
            by periods of the same kind and length.

            As csv the report is one tidy table, a figure a row: period, start, end, cohort, severity (empty: all), kind \
            (incidents, clock, metric, phase, service, team, source, recurrence), subject, figure, value, count (of \
            incidents that it rests on), low and high (its 95 % interval). Times are seconds, shares lie between 0 and 1, and a figure \
            without data has no value.

            Examples:
              debrief report exports/ --week 2026-W06
              debrief report exports/ --from 2026-02-02 --to 2026-02-09 --format json --out -
              debrief report exports/ --month 2026-02 --format md,html,json,csv --out pages
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String] = []

    @OptionGroup(title: "Period") var period: PeriodOptions

    @Option(help: "Which incidents the report is about: those resolved, or those detected, in the period.")
    var cohort = Cohort.resolved

    @Flag(help: "Exit with status 1 if a promise was broken.")
    var failOnBreach = false

    @Option(
        help: ArgumentHelp(
            "Show what another policy would change, over the same incidents; repeatable, as --policy.",
            valueName: "path"))
    var comparePolicy: [String] = []

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func validate() throws {
        if !comparePolicy.isEmpty, judging.policyAsOf != nil {
            throw ValidationError("--compare-policy and --policy-as-of both say what to compare with: name one")
        }
    }

    func run() async throws {
        let formats = try output.formats(of: "sla-report", standard: [.md])
        try await inWorld(voice) { world in
            let batch = try await Batch.read(
                exports, input, judging, depth: .figures, world: world
            ) { asOf, zone in try period.reach(asOf: asOf, in: zone, cohort: cohort) }
            var report = batch.report(try period.period(asOf: batch.edition.asOf, in: batch.zone), cohort: cohort)
            if !comparePolicy.isEmpty {
                let other = try Configuration.otherPolicies(comparePolicy, world: world)
                report = await batch.compared(report, with: other, width: world.width)
            }
            let files = batch.newsroom.slaReport(
                report, all: batch.incidents, formats: formats, counts: batch.counts)
            let broken = failOnBreach && !report.breaches.isEmpty
            try Delivery(output, voice, world: world)
                .finish(files, of: batch, findings: broken ? ExitStatus.findings : nil)
        }
    }
}
