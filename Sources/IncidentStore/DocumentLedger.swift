internal import GRDB
package import IncidentModel

extension IncidentDatabase {
    /// The pages that were made from this database, in the order of their paths.
    package func documents() throws(StoreFault) -> [(path: String, sha256: String)] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT path, sha256 FROM document ORDER BY path, at").map {
                (path: $0[0], sha256: $0[1])
            }
        }
    }

    /// Writes down pages that were made from this database: path and digest, when, and by what.
    package func note(
        _ pages: [(path: String, sha256: String)], at moment: Instant, by program: String
    ) throws(StoreFault) {
        try StoreFault.caught {
            try queue.write { db in
                let insert = try RowStatement(
                    db, "INSERT OR REPLACE INTO document (path, sha256, at, program) VALUES (?, ?, ?, ?)")
                for page in pages {
                    insert.bind(1, page.path)
                    insert.bind(2, page.sha256)
                    insert.bind(3, moment.microseconds)
                    insert.bind(4, program)
                    try insert.run()
                }
            }
        }
    }
}
