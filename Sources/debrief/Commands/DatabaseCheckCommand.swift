import ArgumentParser
package import Diagnostics
import IncidentStore
import Reporting

/// Holds an incident database against itself.
struct DatabaseCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether an incident database is sound.",
        discussion: """
            SQLite's own check of the file; rows that refer to rows; the digest of every export that is kept; the ledger \
            of imports against the rows; every record read back. Exit status 0: sound; 1: findings; 66: no database at all.

            Example:
              debrief database check incidents.sqlite
            """)

    @Argument(help: ArgumentHelp("The incident database.", valueName: "file"))
    var database: String

    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            let (findings, statistics) = try look(world)
            var sources = SourceList()
            let source = sources.add(database)
            Voice(voice, world: world, most: nil).say(
                findings.map { Diagnostic($0, in: source) }, sources: sources, inputs: [:], world: world)
            guard let statistics else { throw ExitStatus.findings }
            if !voice.quiet {
                let incidents = statistics.incidents.reduce(0) { $0 + $1.count }
                world.complain(
                    "\(database) is sound: \(Phrasing.count(statistics.imports, "import")), "
                        + "\(Phrasing.count(statistics.sources, "export")), \(Phrasing.count(incidents, "incident")).\n"
                )
            }
        }
    }
}

extension DatabaseCheckCommand {
    /// A file so malformed that it does not even open is a finding as well.
    private func look(_ world: World) throws -> ([DatabaseFinding], DatabaseStatistics?) {
        if world.kind(database) == .folder {
            throw WorldFault(.noInput, database, "it is a folder, not an incident database")
        }
        do throws(StoreFault) {
            let opened = try world.openDatabase(database, .reading)
            defer { opened.close() }
            let findings = try opened.findings()
            return (findings, findings.isEmpty ? try opened.statistics() : nil)
        } catch {
            if case .damaged(let words) = error { return ([.file(words)], nil) }
            throw WorldFault(error, database)
        }
    }
}

extension Diagnostic {
    fileprivate init(_ finding: DatabaseFinding, in source: SourceID) {
        let at = Origin.whole(source)
        switch finding {
        case .file(let words):
            self.init(.databaseMalformed, "the file is malformed: \(words)", at: at, help: Self.goBack)
        case .dangling(let table, let rows):
            self.init(
                .databaseDangling, "\(Phrasing.count(rows, "row")) of `\(table)` refer to rows that are not there",
                at: at, help: Self.goBack)
        case .export(let name, let reason):
            self.init(.databaseExportChanged, "the kept export “\(name)” is not what was kept: \(reason)", at: at)
        case .count(let what, let name, let ledger, let rows):
            let whose = name.isEmpty ? "" : " of “\(name)”"
            self.init(
                .databaseCounts, "the ledger says \(ledger) \(what)\(whose), and there are \(rows)", at: at,
                help: Self.goBack)
        case .records(let count):
            self.init(
                .databaseRecords, "\(Phrasing.count(count, "kept record")) cannot be read back", at: at,
                help: "the exports are kept too: an import under another policy reads them anew")
        }
    }

    private static let goBack = "go back to a copy (`debrief database backup` makes them), or import the exports anew"
}

extension DiagnosticCode {
    package static let databaseMalformed = DiagnosticCode(
        "database-malformed", .error, "the database file is malformed",
        """
        SQLite's own check of the file found pages that are not as they were written: a disk that fails, a copy made \
        with `cp` during an import, a program that wrote into the file. Nothing else was checked.
        """)
    package static let databaseDangling = DiagnosticCode(
        "database-dangling", .error, "rows of the database refer to rows that are not there",
        """
        Another program changed the file with foreign keys switched off. This program changes it in whole transactions \
        with foreign keys on.
        """)
    package static let databaseExportChanged = DiagnosticCode(
        "database-export-changed", .error, "a kept export is not what was kept",
        """
        The database keeps every export with the SHA-256 digest of its bytes. These bytes have another digest, or cannot \
        be expanded: figures made of them could not be proven. Take the export itself, where it still is, and import it \
        into a new database.
        """)
    package static let databaseCounts = DiagnosticCode(
        "database-counts", .error, "the import ledger and the rows of the database differ",
        """
        Every import notes how many records it kept. There are more or fewer now: another program added or removed some.
        """)
    package static let databaseRecords = DiagnosticCode(
        "database-records", .error, "kept records cannot be read back",
        """
        The figures' part of a record is kept in a form of its own, and these are not in it: the file was changed by \
        another program or by a disk.
        """)
}
