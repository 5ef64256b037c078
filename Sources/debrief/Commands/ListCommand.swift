import ArgumentParser
import BuiltInTemplates
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Typesetting

/// What the program knows, from its own catalogs.
struct ListCommand: AsyncParsableCommand {
    enum Topic: String, ExpressibleByArgument, CaseIterable {
        case dialects, documents, formats, clocks, metrics, rules, templates, diagnostics
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show what the program knows.",
        discussion: """
            Example:
              debrief list dialects
            """)

    @Argument(help: ArgumentHelp(valueName: "topic"))
    var topic: Topic

    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            var sources = SourceList()
            let configuration = try Configuration.read(judging, into: &sources, world: world)
            for line in lines(configuration) { try world.say(line + "\n") }
        }
    }

    private func lines(_ configuration: Configuration) -> [String] {
        switch topic {
        case .dialects:
            DialectCatalog.builtIn.all.flatMap { dialect in
                [
                    "\(dialect.name): \(dialect.summary) (\(dialect.system), \(dialect.kind.rawValue))",
                    "  how to get one: \(dialect.howToExport)",
                    dialect.milestones.isEmpty
                        ? "  records: no milestones"
                        : "  records: \(dialect.milestones.map(\.rawValue).joined(separator: ", "))",
                ]
            }
        case .documents:
            DocumentCatalog.all.map {
                "\($0.name): \($0.summary) (\($0.formats.map(\.rawValue).joined(separator: ", ")); \($0.audience.rawValue))"
            }
        case .formats:
            OutputFormat.allCases.map { format in
                let documents = DocumentCatalog.all.filter { $0.formats.contains(format) }.map(\.name)
                return
                    "\(format.rawValue): \(documents.isEmpty ? "no document yet" : documents.joined(separator: ", "))"
            }
        case .clocks:
            clocks(configuration)
        case .metrics:
            Metric.catalog.map { "\($0.id): \($0.title)" }
        case .rules:
            WritingDesk(configuration.policies.newest).rules.rules.flatMap { rule in
                let readers = Audience.allCases.filter(rule.audiences.contains).map(\.rawValue)
                return ["\(rule.code.id) (\(readers.joined(separator: ", "))): \(rule.summary)"]
                    + rule.examples.broken.prefix(1).map { "  broken: \($0)" }
                    + rule.examples.kept.prefix(1).map { "  kept: \($0)" }
            }
        case .templates:
            BuiltInTemplates.files.keys.sorted()
        case .diagnostics:
            DiagnosticCatalog.all.map { "\($0.level.rawValue)[\($0.id)]: \($0.summary)" }
        }
    }

    private func clocks(_ configuration: Configuration) -> [String] {
        let phrasing = Phrasing(zone: .utc, phrases: configuration.templates.phrases)
        return configuration.policies.clocks.map { clock in
            let limits = Severity.allCases.map { severity in
                "\(severity.rawValue) \(phrasing.target(of: clock, at: severity) ?? "–")"
            }
            return "\(clock.id): \(clock.start.words) to \(clock.stop.words) (\(limits.joined(separator: ", ")))"
        }
    }
}
