internal import GRDB
package import IncidentModel

/// What a database holds, in numbers.
package struct DatabaseStatistics: Sendable {
    package var schema: Int
    package var imports: Int
    package var firstImport: Instant?
    package var lastImport: Instant?
    package var sources: Int
    /// Bytes of the exports as they came, and as they are kept.
    package var bytes: Int
    package var compressed: Int
    /// Bytes of the file.
    package var file: Int
    package var records: Int
    /// By system, in the order of names.
    package var incidents: [(system: String, count: Int)]
    package var firstDetected: Instant?
    package var lastDetected: Instant?
    package var actions: Int
    package var openActions: Int
    package var documents: Int
    package var policies: Int
    /// Incidents whose texts and names were purged.
    package var purged: Int
}

extension IncidentDatabase {
    package func statistics() throws(StoreFault) -> DatabaseStatistics {
        try read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            func moment(_ sql: String) throws -> Instant? {
                try Int64.fetchOne(db, sql: sql).map { Instant(microseconds: $0) }
            }
            return DatabaseStatistics(
                schema: try count("PRAGMA user_version"), imports: try count("SELECT count(*) FROM import"),
                firstImport: try moment("SELECT min(at) FROM import"),
                lastImport: try moment("SELECT max(at) FROM import"),
                sources: try count("SELECT count(*) FROM source"), bytes: try count("SELECT sum(bytes) FROM source"),
                compressed: try count("SELECT sum(length(data)) FROM block"),
                file: try count("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
                records: try count("SELECT count(*) FROM record"),
                incidents: try Row.fetchAll(db, sql: "SELECT system, count(*) FROM incident GROUP BY 1 ORDER BY 1")
                    .map { ($0[0], $0[1]) },
                firstDetected: try moment("SELECT min(detected) FROM incident"),
                lastDetected: try moment("SELECT max(detected) FROM incident"),
                actions: try count("SELECT count(*) FROM action"),
                openActions: try count("SELECT count(*) FROM action WHERE state = 'open'"),
                documents: try count("SELECT count(*) FROM document"),
                policies: try count("SELECT count(*) FROM policy"),
                purged: try count("SELECT sum(incidents) FROM purge"))
        }
    }
}
