package import IncidentModel

/// Incidents that are over, with every record that tells of them: they are purged together or not at all.
package struct PurgeGroup: Sendable {
    package struct Entry: Sendable {
        package var id: Int64
        package var source: Int64
        package var record: KeptRecord
    }

    package struct Name: Hashable, Sendable {
        package var system: String
        package var number: String
        package var key: String?

        package init(_ incident: borrowing Incident) {
            system = incident.system
            number = incident.id
            key = incident.key
        }

        init(system: String, number: String, key: String?) {
            self.system = system
            self.number = number
            self.key = key
        }
    }

    package var incidents: [Name] = []
    /// In rising order of their ids.
    package var entries: [Entry] = []
}

/// Where a record, an account, a deployment or a service stands in an export; `group` where it is one of a group.
package struct PurgePlace: Sendable {
    package var group: Int?
    package var line: UInt32
    package var column: UInt32
}

/// What a purge did.
package struct PurgeOutcome: Sendable, Equatable {
    package var incidents = 0
    package var records = 0
    package var actions = 0
    package var sources = 0
    /// Incidents that are due, and share a record with one that is not.
    package var heldBack = 0

    package init() {}
}
