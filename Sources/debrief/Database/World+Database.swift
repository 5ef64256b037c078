import IncidentModel
import IncidentStore

extension World {
    /// A database that the options name; what is wrong with it is the world's fault.
    func database(_ path: String, for access: IncidentDatabase.Access) throws -> IncidentDatabase {
        if kind(path) == .folder { throw WorldFault(.noInput, path, "it is a folder, not an incident database") }
        return try Self.guarding(path) { try openDatabase(path, access) }
    }

    /// Runs `body`; a fault of the database at `path` becomes one of the world, with a sentence that says what to do.
    static func guarding<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let fault as StoreFault {
            throw WorldFault(fault, path)
        }
    }

    static func guarding<Value>(_ path: String, _ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let fault as StoreFault {
            throw WorldFault(fault, path)
        }
    }
}

extension WorldFault {
    init(_ fault: StoreFault, _ path: String) {
        switch fault {
        case .missing:
            self.init(.noInput, path, "no such file; `debrief import EXPORT… --database \(path)` makes one")
        case .foreign(let reason):
            self.init(.noInput, path, "it is no incident database: \(reason)")
        case .newer(let version, let known):
            self.init(
                .noInput, path,
                "it was written by a newer debrief (tables of version \(version); this one knows \(known)): use that one"
            )
        case .locked:
            self.init(
                .cannotWrite, path,
                "another process has been writing to it for \(Int(IncidentDatabase.patience)) s; try again when it is done"
            )
        case .full: self.init(.cannotWrite, path, "the disk is full; nothing of this import was kept")
        case .readOnly(let reason): self.init(.cannotWrite, path, "it cannot be opened for writing: \(reason)")
        case .damaged(let reason):
            self.init(.cannotRead, path, "it is damaged: \(reason); go back to a copy, or import the exports anew")
        case .other(let reason): self.init(.cannotWrite, path, reason)
        }
    }
}
