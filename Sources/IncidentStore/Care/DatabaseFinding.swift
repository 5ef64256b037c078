/// Something about a database that should not be.
package enum DatabaseFinding: Sendable, Equatable {
    /// The file itself, in SQLite's words (`PRAGMA integrity_check`).
    case file(String)
    /// Rows that refer to rows which are not there.
    case dangling(table: String, rows: Int)
    /// The kept bytes of an export are not those that were kept.
    case export(name: String, reason: String)
    /// The ledger of imports says another number than there are rows.
    case count(of: String, name: String, ledger: Int, rows: Int)
    /// Records that cannot be read back.
    case records(Int)
}
