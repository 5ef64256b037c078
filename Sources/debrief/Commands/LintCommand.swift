import ArgumentParser
import Compliance
import Diagnostics
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// The writing rules over any text.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Hold Markdown, plain text and mails against the writing rules.",
        discussion: """
            FILE is Markdown, plain text (.txt), a mail (.eml: its subject and its text/plain part are read), a folder \
            (its .md, .txt and .eml files are read) or - for standard input, which is read as Markdown. Code, addresses \
            of links and quotations are not read as prose.

            Mails are for customers, everything else is internal, unless --audience says otherwise. A text for customers \
            that says that an incident is resolved is taken for the last message about it, any other for an update.

            Exit status 0: nothing found; 1: findings; 66: no such file. `debrief list rules` shows the rules.

            Examples:
              debrief lint pages/post-mortems/INC-2024-0215-001.md
              debrief lint --audience customers --severity sev1 update.md
              pbpaste | debrief lint --audience customers -
            """)

    @Argument(help: ArgumentHelp("Texts, mails or folders; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "Who reads them: customers or internal (default: customers for mails, internal for the rest).")
    var audience: Audience?

    @Option(help: "The severity of the incident that they are about: decides whether it may be called an outage.")
    var severity: Severity?

    @Flag(help: "The cause is confirmed for publication.")
    var confirmedCause = false

    @Option(help: ArgumentHelp("The policy file (default: the one built in).", valueName: "file"))
    var policy: [String] = []

    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            var sources = SourceList()
            let desk = WritingDesk(try Configuration.policy(policy, into: &sources, world: world))
            var facts = desk.facts(of: nil)
            facts.isCauseConfirmed = confirmedCause
            facts.isOutageDeclared = severity.map(desk.mayBeCalledOutage) ?? false

            var inputs: [SourceID: InputText] = [:]
            var findings: [Diagnostic] = []
            for path in try texts(in: world) {
                let input = try world.open(path)
                let source = sources.add(path == "-" ? "standard input" : path)
                inputs[source] = input
                let bytes = input.withUnsafeBytes { Array($0) }
                findings += LintedText(path, bytes, source: source).findings(desk.rules, audience, facts)
            }
            Voice(voice, world: world, most: nil).say(findings, sources: sources, inputs: inputs, world: world)
            if !findings.isEmpty { throw voice.strict ? ExitStatus.dataRejected : ExitStatus.findings }
        }
    }

    /// Files that are named are read whatever they are called; of a folder, those that hold texts.
    private func texts(in world: World) throws(WorldFault) -> [String] {
        var found: [String] = []
        for file in files {
            guard world.kind(file) == .folder else {
                found += try InputFinder.inputs([file], in: world)
                continue
            }
            let texts = try InputFinder.inputs([file], in: world).filter { LintedText.Form(ofName: $0) != nil }
            if texts.isEmpty { throw WorldFault(.noInput, file, "the folder holds no .md, .txt or .eml files") }
            found += texts
        }
        return found
    }
}

extension Audience: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
