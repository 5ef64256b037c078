import ArgumentParser
import Diagnostics
import Reporting

/// Checks an audit pack against itself.
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a pack: its digests, and every verdict derived again from its own evidence.",
        discussion: """
            Needs nothing but the pack. Exit status: 0 nothing differs · 1 something does · 65 the pack cannot be read · 66 \
            no such pack. A pack that somebody made anew, from other exports or another policy, holds in itself: compare \
            the SHA-256 of its manifest with the one that was said when the pack was handed over.

            Example:
              debrief audit verify pack
            """)

    @Argument(help: ArgumentHelp("The folder of the pack.", valueName: "dir"))
    var folder: String

    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            let inspection = try await PackInspection(try PackFolder(folder, world: world), width: world.width)
            Voice(voice, world: world, most: 20)
                .say(inspection.findings, sources: SourceList(), inputs: [:], world: world)
            if !voice.quiet { world.complain(summary(inspection)) }
            if inspection.isUnreadable { throw ExitStatus.dataRejected }
            if !inspection.findings.allSatisfy({ $0.code == .auditProgram }) { throw ExitStatus.findings }
        }
    }

    private func summary(_ inspection: PackInspection) -> String {
        let count = Phrasing.count(inspection.findings.count { $0.level == .error }, "finding")
        let derived =
            inspection.isUnreadable
            ? "nothing could be derived"
            : "\(Phrasing.count(inspection.derived, "promise")) derived again"
        let digest = inspection.manifestDigest.map { "SHA-256 of \(PackManifest.path): \($0)\n" } ?? ""
        return "\(Phrasing.count(inspection.files, "file").sentenceStart) checked, \(derived): \(count)\n\(digest)"
    }
}
