internal import GRDB

/// The incident database: one SQLite file that keeps what every import said.
package struct IncidentDatabase: Sendable {
    private let pool: DatabasePool

    /// Opens the file, and makes it where it is missing.
    package init(path: String) throws {
        pool = try DatabasePool(path: path)
    }
}
