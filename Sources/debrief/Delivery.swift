import ArgumentParser
package import Diagnostics
import IncidentStore
import Reporting
import Syntax
import Typesetting

/// The end of the walk: pages to a folder or to standard output as they are made, what was rejected beside them, the
/// rest said aloud.
final class Delivery {
    let out: String?
    let voice: VoiceOptions
    let world: World
    private var folder: OutputFolder?
    /// Pages that wait for standard output.
    private var pending: [OutputFile] = []
    /// Pages that must not go out as they stand.
    private(set) var held: [OutputFile] = []
    private var remarks: [Diagnostic] = []
    private var said: Set<Diagnostic> = []
    private var written: [(path: String, sha256: String)] = []

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

    /// What had to be said about the pages so far, each thing once.
    var diagnostics: [Diagnostic] { remarks }

    /// Writes pages, in order. Nothing of them is kept but those that are held back.
    func write(_ files: [OutputFile]) throws {
        for remark in files.flatMap(\.remarks) where said.insert(remark).inserted { remarks.append(remark) }
        held += files.filter(\.isHeldBack)
        guard let out, out != "-" else {
            pending += files.filter { !$0.isHeldBack }
            return
        }
        if folder == nil { folder = try OutputFolder(out, world: world) }
        do {
            for file in files where !file.isHeldBack { try folder?.write(file) }
        } catch {
            // What was written is remembered, or the next run would take it for a person's work.
            try? folder?.close()
            throw error
        }
    }

    /// Writes rejected records alone.
    func deliver(_ rejects: [RejectedRecord], sources: SourceList) throws(WorldFault) -> [Diagnostic] {
        guard let out else { return [] }
        return try close(rejects: rejects, sources: sources, below: out)
    }

    /// Delivers `files`, says every diagnostic and then `summary`, and leaves with the exit status. `findings`
    /// is the status of a command that found something where everything else is well.
    func finish(
        _ files: [OutputFile] = [], of batch: Batch, findings: ExitCode? = nil, summary: String? = nil
    ) throws {
        try write(files)
        batch.diagnostics += remarks
        var diagnostics = batch.diagnostics
        if let out, out != "-" {
            diagnostics += try close(rejects: batch.rejects, sources: batch.sources, below: out)
            if let database = batch.database { diagnostics += note(batch.edition, in: database) }
        } else {
            try printOnly()
        }
        Voice(voice, world: world, most: 20)
            .say(diagnostics, sources: batch.sources, inputs: batch.inputs, world: world)
        if let summary, !voice.quiet { world.complain(summary) }
        let status = batch.status(voice) ?? findings ?? .success
        world.leave(status.rawValue)
        if status != .success { throw status }
    }

    /// Writes down in the database which pages were made from it. The pages are written all the same where it cannot be
    /// done.
    private func note(_ edition: Edition, in path: String) -> [Diagnostic] {
        guard !written.isEmpty else { return [] }
        do {
            let database = try world.database(path, for: .importing)
            defer { database.close() }
            try World.guarding(path) {
                let documents = written.map { WrittenDocument(path: $0.path, sha256: $0.sha256) }
                try database.note(documents, by: edition.program, at: edition.asOf)
            }
            return []
        } catch {
            let reason = (error as? WorldFault)?.reason ?? "\(error)"
            return [Diagnostic(.pagesNotNoted, "\(path): \(reason)", help: "the pages themselves are whole")]
        }
    }

    private func printOnly() throws {
        guard let file = pending.first else { return }
        guard pending.count == 1 else {
            throw ValidationError(
                "\(pending.count) files cannot go to standard output: name a folder with --out DIR, or ask for one document in one format"
            )
        }
        try world.say(file.contents)
    }

    private func close(
        rejects: [RejectedRecord], sources: SourceList, below path: String
    ) throws(WorldFault) -> [Diagnostic] {
        var folder = if let folder { folder } else { try OutputFolder(path, world: world) }
        do throws(WorldFault) {
            try writeRejects(rejects, sources, to: &folder)
        } catch {
            try? folder.close()
            throw error
        }
        try folder.close()
        written = folder.written
        return folder.diagnostics
    }

    /// Every rejected record, verbatim, and every page that was held back, each in a file of its own, and one list of the
    /// reasons. A mail that was held back does not have the ending of one that may be sent.
    private func writeRejects(
        _ rejects: [RejectedRecord], _ sources: SourceList, to folder: inout OutputFolder
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
            let name = PagePaths.heldBack(file.path)
            try folder.write(name, Array(file.contents.utf8))
            reasons += "\(name)\n" + file.remarks.map { "  \(printer.print($0))" }.joined()
        }
        try folder.write("rejects/reasons.txt", Array(reasons.utf8))
    }
}

extension DiagnosticCode {
    package static let pagesNotNoted = DiagnosticCode(
        "pages-not-noted", .warning, "the database does not know of the pages that were made from it",
        """
        Commands that read a database and write pages note in it which pages they wrote, with digest and moment. The \
        database could not be written to this time, so that its list of documents lacks these pages.
        """)
}

extension [OutputFile] {
    /// What has to be said about them, each thing once.
    var remarks: [Diagnostic] {
        var said: Set<Diagnostic> = []
        return flatMap(\.remarks).filter { said.insert($0).inserted }
    }
}
