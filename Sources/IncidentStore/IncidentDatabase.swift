internal import GRDB

/// The incident database: one SQLite file that keeps what every import said.
package struct IncidentDatabase: Sendable {
    package let path: String
    let queue: DatabaseQueue

    package enum Access: Sendable {
        case reading
        /// The file is made where it is missing.
        case importing
    }

    /// Seconds that one process waits for another that writes.
    package static let patience = 60.0

    /// Opens the file. One of an older version is brought up to date first, after a copy of it was made beside it; one of
    /// a newer version, or of another program, is refused and left as it is.
    package init(path: String, for access: Access, exists: Bool) throws(StoreFault) {
        self.path = path
        guard exists || access == .importing else { throw .missing }
        queue = try StoreFault.caught {
            var state = exists ? try DatabaseFile.state(of: path) : .empty
            if case .older(let version) = state {
                try DatabaseFile.upgrade(path, from: version)
                state = .current
            }
            switch state {
            case .current: return try DatabaseFile.open(path, for: access)
            case .empty where access == .importing:
                let queue = try DatabaseFile.open(path, for: access)
                try DatabaseFile.make(queue, at: path)
                return queue
            case .empty: throw StoreFault.foreign("it is an empty file")
            case .foreign(let reason): throw StoreFault.foreign(reason)
            case .newer(let version): throw StoreFault.newer(version: version, known: Schema.version)
            case .older: throw StoreFault.other("the file cannot be brought up to date")
            }
        }
    }

    /// Closes the file, and with it what SQLite keeps beside it.
    package func close() { try? queue.close() }

    /// The number of the tables' version.
    package static var schemaVersion: Int { Schema.version }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        try StoreFault.caught { try queue.read(body) }
    }
}
