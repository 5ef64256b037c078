package import IncidentModel

/// The import by which an export came into the incident database that a pack was made of, and how it was read there.
package struct AuditImport: Sendable, Equatable {
    /// The number of the import. Where two tell of one incident, the higher one is believed.
    package var turn: Int
    /// When that was.
    package var imported: Instant
    /// SHA-256 of the export as it came: another than that of the kept bytes where the policy redacts.
    package var sha256: String
    /// The dialect that was asked for; `nil`: it was found by looking.
    package var dialect: String?
    package var encoding: String
    /// The zone of stamps that name none (IANA name).
    package var timeZone: String?

    package init(
        turn: Int, imported: Instant, sha256: String, dialect: String?, encoding: String, timeZone: String?
    ) {
        self.turn = turn
        self.imported = imported
        self.sha256 = sha256
        self.dialect = dialect
        self.encoding = encoding
        self.timeZone = timeZone
    }
}
