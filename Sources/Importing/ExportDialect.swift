package import Diagnostics
package import IncidentModel
package import Syntax

/// One vendor's way of writing incidents down.
package protocol ExportDialect: Sendable {
    /// `servicenow-xml`.
    var name: String { get }
    /// One line for `debrief list dialects`.
    var summary: String { get }
    /// How a user gets such an export.
    var howToExport: String { get }
    /// Which milestones its system records; others can only be inferred.
    var milestones: [Milestone] { get }
    /// Where its records stand, so that they can be streamed.
    var records: RecordPath { get }
    /// Whether stamps without a zone are UTC by the system's documentation; otherwise the user must name their zone.
    var writesUTC: Bool { get }

    /// Whether an input looks like such an export, from its first bytes.
    func recognizes(_ head: ExportHead) -> Bool

    /// What one record says. May leave anything out; never throws, opens nothing, believes nothing.
    func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft
}

/// How much of a record a command needs.
package enum ReadingDepth: Sendable {
    /// What clocks and counts need, and what it takes to infer milestones: ``Incident/story`` may stay empty.
    case figures
    case everything
}

/// What one record of an export is.
package enum Draft: Sendable {
    case incident(IncidentDraft)
    /// An entry of a journal that the export keeps beside its incidents.
    case journal(JournalDraft)
    /// A record that cannot be used, and why: it is rejected.
    case unusable(Diagnostic)
}

/// A journal entry that names the incident it belongs to by the system's inner key.
package struct JournalDraft: Sendable {
    package var incidentKey: String
    package var entry: TimelineEntry

    package init(incidentKey: String, entry: TimelineEntry) {
        self.incidentKey = incidentKey
        self.entry = entry
    }
}
