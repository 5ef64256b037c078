import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting
import Syntax

/// What a database knew of inputs that are read from elsewhere now: from the audit pack that was made of it.
struct InputHistory: Sendable {
    /// The database, as the command line named it.
    let database: String
    /// The moment up to which imports counted, as the command line said it; `nil` for all.
    let asKnownOn: String?
    /// By the path that leads to it now.
    let inputs: [String: RunInput]
    /// Of what was imported, as it came.
    private let digests: Set<String>

    init(database: String, asKnownOn: String?, inputs: [String: RunInput]) {
        self.database = database
        self.asKnownOn = asKnownOn
        self.inputs = inputs
        digests = Set(inputs.values.compactMap { $0.imported?.sha256 })
    }

    /// Whether an input that was not imported is one that was, to the byte.
    func holds(_ text: InputText) -> Bool {
        digests.contains(text.sha256)
    }
}

/// An input of a run: what it is called, and the import that it comes from.
struct RunInput: Sendable {
    /// What the command line called it: a path, or `-`. Of an export from a database the name that it was imported by.
    var argument: String
    /// What pages call it.
    var name: String
    /// `nil` for one that does not come from a database.
    var imported: AuditImport?

    init(argument: String, name: String, imported: AuditImport?) {
        self.argument = argument
        self.name = name
        self.imported = imported
    }

    init(argument: String) {
        self.init(argument: argument, name: argument == "-" ? "standard input" : argument, imported: nil)
    }

    init(_ kept: KeptSource) {
        self.init(argument: kept.name, name: kept.name, imported: AuditImport(kept))
    }

    /// The number of its import; an input that was not imported is newer than all that were.
    var turn: Int { imported?.turn ?? .max }
}

extension AuditImport {
    init(_ kept: KeptSource) {
        self.init(
            turn: Int(kept.turn), imported: kept.imported, sha256: kept.sha256, dialect: kept.reading.dialect,
            encoding: kept.reading.encoding, timeZone: kept.reading.zone)
    }

    var reading: KeptSource.Reading { KeptSource.Reading(dialect: dialect, encoding: encoding, zone: timeZone) }
}

extension Importer {
    /// Reads an export as it was read when it was imported.
    func read(_ text: InputText, source: SourceID, as options: KeptSource.Reading) async -> ImportedExport {
        let importer = reading(options)
        return await importer.read(
            text, source: source, as: options.dialect.flatMap(importer.dialects.dialect(named:)))
    }
}
