package import IncidentModel

/// Records of one export, in their order, that are to be put together with those of others.
package struct KeptExport: Sendable {
    package var source: KeptSource
    package var records: [(id: Int64, record: KeptRecord)]

    package init(source: KeptSource, records: [(id: Int64, record: KeptRecord)]) {
        self.source = source
        self.records = records
    }
}

/// What came of records that were put together.
package struct KeptReconciliation: Sendable {
    /// With the record that names each.
    package var incidents: [(record: Int64, incident: SharedIncident)] = []
    /// How their clocks stand, in the same order: see ``KeptPart/Entry/verdicts``.
    package var verdicts: [String] = []
    /// In the same order: see ``KeptPart/Entry/settled``.
    package var settled: [SettledIncident.Outcome?] = []
    /// By record.
    package var fates: [Int64: RecordLedger.Fate] = [:]
    /// By record: the import that tells it again.
    package var superseded: [Int64: Int64] = [:]

    package init() {}
}

/// Puts records together as a run does that reads their exports. The number of a source in an origin is its
/// ``KeptSource/id``; `families` are all systems whose incidents the database knows.
package typealias KeptReconciler = (_ exports: [KeptExport], _ families: Set<String>) -> KeptReconciliation
