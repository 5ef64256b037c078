internal import GRDB

extension IncidentDatabase {
    /// The pages that were made from this database, in the order of their paths.
    package func documents() throws(StoreFault) -> [(path: String, sha256: String)] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT path, sha256 FROM document ORDER BY path, at").map {
                (path: $0[0], sha256: $0[1])
            }
        }
    }
}
