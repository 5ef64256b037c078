internal import GRDB

extension IncidentDatabase {
    /// Makes a copy by SQLite's own backup, whatever others write meanwhile. There is nothing at `path` yet.
    package func backUp(to path: String) throws(StoreFault) {
        try StoreFault.caught {
            var configuration = Configuration()
            // A copy is one file, with nothing beside it.
            configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? copy.close() }
            try queue.backup(to: copy)
            try copy.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        }
    }
}
