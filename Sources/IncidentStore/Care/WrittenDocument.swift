internal import GRDB
package import IncidentModel

/// A page or a file of data that was written from a database.
package struct WrittenDocument: Sendable {
    package var path: String
    /// 64 digits, small letters.
    package var sha256: String

    package init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}

extension IncidentDatabase {
    /// Notes what was written: a page that was written before, to the byte, keeps when that was first.
    package func note(
        _ documents: [WrittenDocument], by program: String, at moment: Instant
    ) throws(StoreFault) {
        guard !documents.isEmpty else { return }
        try StoreFault.caught {
            try queue.inDatabase { db in
                try db.execute(sql: "BEGIN IMMEDIATE")
                do {
                    for document in documents {
                        try db.execute(
                            sql: """
                                INSERT INTO document (path, sha256, at, program, last_at) VALUES (?1, ?2, ?3, ?4, ?3)
                                ON CONFLICT (path, sha256) DO UPDATE SET last_at = excluded.last_at,
                                  program = excluded.program
                                """,
                            arguments: [document.path, document.sha256, moment.microseconds, program])
                    }
                    try db.execute(sql: "COMMIT")
                } catch {
                    try? db.execute(sql: "ROLLBACK")
                    throw error
                }
            }
        }
    }
}
