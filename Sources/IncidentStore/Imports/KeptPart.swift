package import IncidentModel

/// What some records of an export say, in their order.
package struct KeptPart: Sendable {
    package struct Entry: Sendable {
        package var record: KeptRecord
        /// Every text by which another record may find it.
        package var names: Set<String>
        package var actions: [ActionItem]
        /// How its clocks stand, as JSON: `{"triage":["met",94,300]}`.
        package var verdicts: String?
        /// `nil` where more may come of it, or of a fragment.
        package var settled: SettledIncident.Outcome?

        package init(_ record: KeptRecord, names: Set<String>, actions: [ActionItem] = []) {
            self.record = record
            self.names = names
            self.actions = actions
        }
    }

    package var records: [Entry] = []
    package var context: [KeptContext] = []

    package init() {}
}

/// A policy as exports were read under it.
package struct KeptPolicy: Sendable, Equatable {
    package var name: String
    package var sha256: String
    package var effectiveFrom: Instant
    package var text: String

    package init(name: String, sha256: String, effectiveFrom: Instant, text: String) {
        self.name = name
        self.sha256 = sha256
        self.effectiveFrom = effectiveFrom
        self.text = text
    }
}

/// What an import changed.
package struct ImportOutcome: Sendable, Equatable {
    /// Incidents that were not known before.
    package var new = 0
    /// Incidents of which the import said something more, or something newer.
    package var updated = 0
    /// Incidents that are known now.
    package var total = 0

    package init() {}
}
