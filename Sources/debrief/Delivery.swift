import ArgumentParser
package import Diagnostics
import IncidentModel
import IncidentStore
import Reporting
import Syntax
import Typesetting

/// The end of the walk: pages to a folder or to standard output, what was rejected beside them, the rest said aloud.
struct Delivery {
    let out: String?
    let voice: VoiceOptions
    let world: World

    init(_ output: OutputOptions, _ voice: VoiceOptions, world: World) {
        out = output.out
        self.voice = voice
        self.world = world
    }

    /// To a folder, for a command that writes nothing but what it rejected.
    init(to folder: String, _ voice: VoiceOptions, world: World) {
        out = folder
        self.voice = voice
        self.world = world
    }

    /// Writes rejected records alone.
    func deliver(_ rejects: [RejectedRecord], sources: SourceList) throws(WorldFault) -> [Diagnostic] {
        guard let out else { return [] }
        return try write([], rejects: rejects, sources: sources, below: out)
    }

    /// Delivers `files`, says every diagnostic and then `summary`, and leaves with the exit status. `findings`
    /// is the status of a command that found something where everything else is well.
    func finish(
        _ files: [OutputFile], of batch: Batch, findings: ExitCode? = nil, summary: String? = nil
    ) throws {
        batch.diagnostics += files.remarks
        var diagnostics = batch.diagnostics
        if let out, out != "-" {
            diagnostics += try write(
                files, rejects: batch.rejects, sources: batch.sources, below: out, for: batch.database,
                at: batch.edition.asOf)
        } else {
            try printOnly(files)
        }
        Voice(voice, world: world, most: 20)
            .say(diagnostics, sources: batch.sources, inputs: batch.inputs, world: world)
        if let summary, !voice.quiet { world.complain(summary) }
        let status = batch.status(voice) ?? findings ?? .success
        world.leave(status.rawValue)
        if status != .success { throw status }
    }

    private func printOnly(_ files: [OutputFile]) throws {
        let files = files.filter { !$0.isHeldBack }
        guard let file = files.first else { return }
        guard files.count == 1 else {
            throw ValidationError(
                "\(files.count) files cannot go to standard output: name a folder with --out DIR, or ask for one document in one format"
            )
        }
        try world.say(file.contents)
    }

    private func write(
        _ files: [OutputFile], rejects: [RejectedRecord], sources: SourceList, below path: String,
        for database: String? = nil, at moment: Instant = Instant(seconds: 0)
    ) throws(WorldFault) -> [Diagnostic] {
        var folder = try OutputFolder(path, world: world)
        do throws(WorldFault) {
            for file in files where !file.isHeldBack { try folder.write(file) }
            try writeRejects(rejects, files.filter(\.isHeldBack), sources, to: &folder)
        } catch {
            // What was written is remembered, or the next run would take it for a person's work.
            try? folder.close()
            throw error
        }
        try folder.close()
        guard let database else { return folder.diagnostics }
        return folder.diagnostics + note(folder.written, in: database, at: moment)
    }

    /// What was written stands in the database, too. One that may only be read is as good for pages as any.
    private func note(
        _ written: [(path: String, sha256: String)], in database: String, at moment: Instant
    ) -> [Diagnostic] {
        do throws(StoreFault) {
            let opened = try world.openDatabase(database, .importing)
            defer { opened.close() }
            try opened.note(
                written.map { WrittenDocument(path: $0.path, sha256: $0.sha256) }, by: Debrief.signature, at: moment)
            return []
        } catch {
            let fault = WorldFault(error, database)
            return [Diagnostic(.documentsNotNoted, "\(database) does not know of these pages: \(fault.reason)")]
        }
    }

    /// Every rejected record, verbatim, and every page that was held back, each in a file of its own, and one list of the
    /// reasons. A mail that was held back does not have the ending of one that may be sent.
    private func writeRejects(
        _ rejects: [RejectedRecord], _ held: [OutputFile], _ sources: SourceList, to folder: inout OutputFolder
    ) throws(WorldFault) {
        guard !rejects.isEmpty || !held.isEmpty else { return }
        let printer = DiagnosticPrinter(style: .text, color: false, sources: sources)
        var reasons = ""
        for reject in rejects {
            let source = SafeFileName.fileName(for: sources.name(of: reject.origin.source))
            let name = "rejects/\(source)/\(reject.origin.line)-\(reject.origin.column).txt"
            try folder.write(name, reject.bytes)
            reasons += "\(name)\n  \(printer.print(reject.diagnostic))"
        }
        for file in held {
            let name = "rejects/\(file.path).held"
            try folder.write(name, Array(file.contents.utf8))
            reasons += "\(name)\n" + file.remarks.map { "  \(printer.print($0))" }.joined()
        }
        try folder.write("rejects/reasons.txt", Array(reasons.utf8))
    }
}

extension [OutputFile] {
    /// What has to be said about them, each thing once.
    var remarks: [Diagnostic] {
        var said: Set<Diagnostic> = []
        return flatMap(\.remarks).filter { said.insert($0).inserted }
    }
}

extension DiagnosticCode {
    package static let documentsNotNoted = DiagnosticCode(
        "documents-not-noted", .note, "what was written could not be noted in the database",
        """
        A database keeps the path and the digest of every page that was made of it. This one cannot be written to, so it \
        does not know of these pages; the pages themselves are whole.
        """)
}
