import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// Writes an audit pack.
struct AuditPackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Write the audit pack of a period: which incidents, which promises, kept or not, says who.",
        discussion: """
            The folder must be new or empty: a pack is evidence, and never written over. It keeps every export as it was \
            read, so that `debrief audit verify` needs nothing else. Keep the SHA-256 of its manifest, which is said at the \
            end, somewhere else.

            Of a database it is made of the exports that the database keeps, each read as it was read when it was imported; \
            where two imports tell of one incident, the newer one is believed. A database whose records were purged gives \
            no pack: the evidence is gone.
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "export"))
    var exports: [String] = []

    @OptionGroup(title: "Period") var period: PeriodOptions

    @Option(help: ArgumentHelp("The folder to write to; it must be new or empty.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("How many incidents the auditor's sample has.", valueName: "count"))
    var sample = 25

    @Option(
        help: ArgumentHelp("What the sample is drawn from: a number that the auditor chooses.", valueName: "number"))
    var seed: UInt64 = 0

    @Option(help: ArgumentHelp("An earlier pack: what it said otherwise, and why.", valueName: "dir"))
    var previous: String?

    @Option(
        help: ArgumentHelp(
            "Times for notifications by gdpr, nis2 or dora; repeat it, or separate by commas.", valueName: "name"))
    var regime: [String] = []

    @Option(help: ArgumentHelp("Which promises give evidence for which controls (YAML).", valueName: "file"))
    var controls: String?

    @Option(help: ArgumentHelp("The times of the regimes (YAML).", valueName: "file"))
    var notifications: String?

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func validate() throws {
        if sample < 0 { throw ValidationError("--sample is a count of incidents, 0 or more") }
        if out == "-" { throw ValidationError("a pack is a folder: --out DIR") }
    }

    func run() async throws {
        try await inWorld(voice) { world in
            try checkFolder(world)
            do {
                let earlier = try await earlierPack(world)
                let press = try await AuditPress(try request(earlier), world: world)
                let manifest = try await write(press, world)
                try finish(press, manifest, world)
            } catch AuditRequest.Fault.noRegime(let name, let known) {
                throw ValidationError("there is no regime “\(visible(name))”; there are \(Phrasing.list(known))")
            } catch AuditRequest.Fault.purged(let count) {
                throw refusal(.purgedEvidence(count), world)
            } catch let fault as PackData.Fault {
                throw refusal(fault.diagnostic, world)
            }
        }
    }

    private func refusal(_ diagnostic: Diagnostic, _ world: World) -> ExitCode {
        world.complain(DiagnosticPrinter(style: .text, color: false, sources: SourceList()).print(diagnostic))
        return ExitStatus.dataRejected
    }

    private func checkFolder(_ world: World) throws {
        switch world.kind(out) {
        case .missing: return
        case .file: throw WorldFault(.cannotWrite, out, "it is a file, not a folder")
        case .folder:
            guard try world.entries(out).isEmpty else {
                throw WorldFault(.cannotWrite, out, "the folder is not empty, and a pack is never written over")
            }
        }
    }

    private func request(_ earlier: PackData?) throws -> AuditRequest {
        let zone = try judging.zone()
        return AuditRequest(
            exports: exports, input: input, judging: judging,
            period: try period.period(asOf: try judging.moment(in: zone), in: zone), sample: sample, seed: seed,
            regimes: regime.flatMap { $0.split(separator: ",").map(String.init) }, controls: controls,
            notifications: notifications, previous: earlier)
    }

    private func earlierPack(_ world: World) async throws -> PackData? {
        guard let previous else { return nil }
        let folder = try PackFolder(previous, world: world)
        guard let text = try folder.open(PackData.path) else {
            throw WorldFault(.noInput, previous, "the pack holds no \(PackData.path)")
        }
        return try await PackData.read(text, named: "\(previous)/\(PackData.path)", withFacts: true)
    }

    /// The manifest comes last: a pack without one was not finished. Returns its digest.
    private func write(_ press: AuditPress, _ world: World) async throws -> String {
        let root = out.hasSuffix("/") ? out : out + "/"
        var lines: [PackManifest.Line] = []
        for file in press.files {
            var sum = SHA256Sum()
            if case .bytes(let bytes) = file.contents {
                sum.add(bytes)
                try world.write(root + file.path, bytes)
            } else {
                let growing = try world.grow(root + file.path)
                do {
                    try await file.read(width: world.width) { part in
                        sum.add(part)
                        try growing.append(part)
                        return true
                    }
                    try growing.finish()
                } catch {
                    growing.abandon()
                    throw error
                }
            }
            lines.append(PackManifest.Line(digest: sum.hex, path: file.path))
        }
        let manifest = Array(PackManifest(lines).text.utf8)
        try world.write(root + PackManifest.path, manifest)
        return SHA256Digest(of: manifest).hex
    }

    private func finish(_ press: AuditPress, _ manifest: String, _ world: World) throws {
        let batch = press.batch
        Voice(voice, world: world, most: 20)
            .say(batch.diagnostics, sources: batch.sources, inputs: batch.inputs, world: world)
        if !voice.quiet {
            world.complain(
                "\(batch.counts.sentence)\n\(Phrasing.count(press.pack.incidents.count, "incident").sentenceStart) in "
                    + "\(press.pack.scope.period.label), \(Phrasing.count(press.files.count + 1, "file")) in \(out)\n"
                    + "SHA-256 of \(PackManifest.path): \(manifest)\n")
        }
        let status = batch.status(voice) ?? .success
        world.leave(status.rawValue)
        if status != .success { throw status }
    }
}
