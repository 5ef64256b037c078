import Compliance
package import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Syntax

/// The exports that a database keeps, to be read as if they were named on the command line.
struct KeptInputs {
    let database: IncidentDatabase
    /// In the order in which they are read.
    let sources: [KeptSource]
    let path: String
    private let digests: Set<String>

    /// `knownOn`: only what was imported by then.
    init(_ path: String, knownOn moment: Instant?, world: World) throws {
        self.path = path
        let opened = try world.database(path, for: .reading)
        database = opened
        sources = try World.guarding(path) { try opened.sources(knownOn: moment) }
        digests = Set(sources.map(\.sha256))
    }

    func text(of source: KeptSource) throws -> InputText {
        try World.guarding(path) { InputText(bytes: try database.bytes(of: source)) }
    }

    /// Whether an input is one of the kept exports, to the byte.
    func holds(_ text: InputText) -> Bool {
        digests.contains(text.sha256)
    }

    /// Reads an export as it was read when it was imported.
    func read(
        _ export: KeptSource, _ text: InputText, source: SourceID, by importer: Importer
    ) async throws -> ImportedExport {
        if export.purged > 0 {
            let part = try World.guarding(path) { try database.purged(of: export, as: source) }
            return await importer.reading(export.reading).read(export, text, part, source: source)
        }
        return await importer.read(text, source: source, as: export.reading)
    }
}

extension KeptInputs {
    /// What was found of incidents that recur before titles and causes were purged.
    func recurrence() throws -> [Recurrence.KeptAnswer] {
        try World.guarding(path) { try database.keptRecurrence() }.map {
            Recurrence.KeptAnswer(system: $0.system, id: $0.number, key: $0.key, recurs: $0.recurs)
        }
    }
}

extension Importer {
    /// Reads an export some or all of whose records were purged.
    func read(
        _ export: KeptSource, _ text: InputText, _ purged: PurgedPart, source: SourceID
    ) async -> ImportedExport {
        var read: ImportedExport
        if export.isBlank {
            read = ImportedExport(blank: export, source: source)
        } else {
            // What is left may not look like an export of its dialect any more.
            read = await self.read(text, source: source, as: export.dialect.flatMap(dialects.dialect(named:)))
        }
        read.take(purged, of: export)
        return read
    }

    /// The same importer for an export that is read with options of its own.
    func reading(_ options: KeptSource.Reading) -> Importer {
        var importer = self
        importer.encoding = TextEncoding(named: options.encoding) ?? .utf8
        importer.sourceZone = options.zone.flatMap { Zone(named: $0) }
        return importer
    }
}

extension ImportedExport {
    /// An input that a database holds already: nothing of it is counted twice.
    init(source: SourceID, knownFrom database: String) {
        self.init(source: source, dialect: nil)
        copyOf = database
        diagnostics = [
            Diagnostic(
                .importedBefore, "the same bytes were imported into \(database) before; they are read from there",
                at: .whole(source))
        ]
    }
}

extension DiagnosticCode {
    package static let importedBefore = DiagnosticCode(
        "imported-before", .note, "an export stands in the database already",
        """
        A file with the same SHA-256 digest was imported before, whatever its name was. Importing it again changes \
        nothing, and where it is named beside the database it is not counted a second time.
        """)
    package static let readAnew = DiagnosticCode(
        "read-anew", .note, "the exports of the database are read anew",
        """
        What a database believes depends on how its exports were read: on the policy's words and rules of joining, on \
        field maps and on the program. One of these has changed since the last import. The figures are made from the \
        kept exports themselves, which takes longer; the next import brings the database up to date.
        """)
}
