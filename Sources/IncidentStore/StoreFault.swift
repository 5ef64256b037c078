internal import GRDB

/// Why a database cannot be used: what the world or another program did, never what stands in an export.
package enum StoreFault: Error, Sendable, Equatable {
    /// There is no such file.
    case missing
    /// A file of another program, or none of a database at all.
    case foreign(String)
    /// Written by a newer version of this program.
    case newer(version: Int, known: Int)
    /// Another process holds it for longer than anybody wants to wait.
    case locked
    /// The disk is full.
    case full
    /// The file or its folder may not be written.
    case readOnly(String)
    /// It is damaged: what SQLite, or a digest, says.
    case damaged(String)
    /// Anything else, in SQLite's words.
    case other(String)

    init(_ error: any Error) {
        if let fault = error as? StoreFault {
            self = fault
            return
        }
        guard let error = error as? DatabaseError else {
            self = error is BrokenRecord ? .damaged("a kept record cannot be read") : .other("\(error)")
            return
        }
        let words = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(words)
        case .SQLITE_NOTADB: self = .foreign("it is no SQLite database")
        case .SQLITE_CORRUPT: self = .damaged(words)
        default: self = .other(words)
        }
    }

    /// Runs `body`; whatever it throws becomes a fault.
    static func caught<Value>(_ body: () throws -> Value) throws(StoreFault) -> Value {
        do {
            return try body()
        } catch {
            throw StoreFault(error)
        }
    }
}
