package import IncidentModel

/// An export that the database keeps, and how it was read.
package struct KeptSource: Sendable, Equatable {
    package var id: Int64
    /// As it was named on import.
    package var name: String
    /// 64 digits, small letters.
    package var sha256: String
    package var bytes: Int
    /// The import that it came with; a later one has a higher number.
    package var turn: Int64
    /// When that was.
    package var imported: Instant
    /// ``ExportDialect/name``; `nil` where none was found.
    package var dialect: String?
    /// What was asked for when it was read.
    package var reading: Reading
    /// What its records are.
    package var counts: Counts
    /// Records whose texts and names were purged: they are read from the database, not from the bytes.
    package var purged = 0
    /// Whether all of its records were.
    package var isBlank = false

    package init(
        id: Int64, name: String, sha256: String, bytes: Int, turn: Int64, imported: Instant, dialect: String?,
        reading: Reading, counts: Counts
    ) {
        self.id = id
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.turn = turn
        self.imported = imported
        self.dialect = dialect
        self.reading = reading
        self.counts = counts
    }

    /// How an export is read: what its bytes do not say.
    package struct Reading: Sendable, Equatable {
        package var dialect: String?
        package var encoding: String
        /// The zone of stamps that name none (IANA name).
        package var zone: String?

        package init(dialect: String?, encoding: String, zone: String?) {
            self.dialect = dialect
            self.encoding = encoding
            self.zone = zone
        }
    }

    package struct Counts: Sendable, Equatable {
        package var incidents = 0
        package var entries = 0
        package var context = 0
        package var setAside = 0
        package var rejected = 0
        /// Diagnostics of the import by level.
        package var errors = 0
        package var warnings = 0

        package init() {}
    }
}

/// The order in which exports are read: by name, folder by folder as a folder is read, then by digest, so that the order of
/// imports never shows.
extension KeptSource: Comparable {
    package static func < (left: KeptSource, right: KeptSource) -> Bool {
        let names = (left.name.utf8.split(separator: 0x2F), right.name.utf8.split(separator: 0x2F))
        for (one, other) in zip(names.0, names.1) where !one.elementsEqual(other) {
            return one.lexicographicallyPrecedes(other)
        }
        if names.0.count != names.1.count { return names.0.count < names.1.count }
        return left.sha256 < right.sha256
    }
}
