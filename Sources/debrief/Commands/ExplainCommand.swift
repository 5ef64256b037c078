import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// Where a verdict, a figure, a duty or a diagnostic comes from.
struct ExplainCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case txt, json }

    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say where a verdict, a figure, a duty or a diagnostic comes from.",
        discussion: """
            With exports and an incident: every clock, or one clock, duty, trigger or message, or `severity`: the rule, the \
            line of the policy, and the lines of the exports. With exports and a period: the incidents behind a clock's or \
            a metric's figure, and the arithmetic. Without exports: what a diagnostic, a clock, a metric or a writing \
            rule is.

            Examples:
              debrief explain exports/ INC-2024-0215-001 triage
              debrief explain exports/ --week 2026-W06 resolve sev1
              debrief explain out-of-order
            """)

    @Argument(
        help: ArgumentHelp(
            "Exports (files, folders, -), then an incident id, then what of it; or words.", valueName: "export-or-word")
    )
    var arguments: [String]

    @Option(help: "txt or json.")
    var format = Format.txt

    @OptionGroup(title: "Period") var period: PeriodOptions

    @Option(help: "Which incidents the figure is about: those resolved, or those detected, in the period.")
    var cohort = Cohort.resolved

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            let exports = arguments.filter { $0 == "-" || world.kind($0) != .missing }
            let words = arguments.filter { $0 != "-" && world.kind($0) == .missing }
            if exports.isEmpty, input.database == nil {
                if period.isNamed { throw ValidationError("a figure is made of incidents: name an export") }
                try say(try definitions(words, world: world), world: world)
            } else if period.isNamed {
                try await figure(words, in: exports, world: world)
            } else {
                try await incident(words, in: exports, world: world)
            }
        }
    }

    func say(_ explanations: [Explanation], world: World) throws {
        switch format {
        case .txt: try world.say(explanations.map(\.text).joined(separator: "\n"))
        case .json:
            // One object for one thing, as other commands write; several as an array.
            let all = explanations.map(\.json)
            try world.say((all.count == 1 ? all[0] : .array(all)).text)
        }
    }

    // MARK: Words

    private func definitions(_ words: [String], world: World) throws -> [Explanation] {
        var sources = SourceList()
        let configuration = try Configuration.read(judging, into: &sources, world: world)
        let room = room(sources, configuration.texts, configuration.policies)
        let known = WordExplanation(
            codes: DiagnosticCatalog.all, book: configuration.policies, room: room,
            phrasing: Phrasing(zone: try judging.zone(), phrases: configuration.templates.phrases))
        return try words.map { word in
            guard let explanation = known.explanation(of: word) else {
                throw unknown(
                    word, among: known.nearest(to: word), "no file or folder, and nothing that can be explained")
            }
            return explanation
        }
    }

    func unknown(_ word: String, among nearest: [String], _ what: String) -> ValidationError {
        let near = nearest.map { "“\($0)”" }
        let hint = near.isEmpty ? "" : "; did you mean \(Phrasing.list(near, "or"))?"
        return ValidationError("“\(visible(word))” is \(what)\(hint)")
    }
}
