package import IncidentModel
package import Syntax

/// One vendor's way of writing incidents down.
package protocol ExportDialect: Sendable {
    /// `servicenow-xml`.
    var name: String { get }
    /// The family of systems that writes it, for words, ids and trust: `servicenow`.
    var system: String { get }
    var kind: SystemKind { get }
    /// One line for `debrief list dialects`.
    var summary: String { get }
    /// How a user gets such an export.
    var howToExport: String { get }
    /// Which milestones its system records; others can only be inferred.
    var milestones: [Milestone] { get }
    /// Where its records stand, so that they can be streamed.
    var records: RecordPath { get }
    /// XML: elements beside the records that only describe the file, such as a feed's title; they are no records.
    var surroundings: [String] { get }
    /// What tells such an export from all others.
    var signature: Signature { get }
    /// Whether stamps without a zone are UTC by the system's documentation; otherwise the user must name their zone.
    var writesUTC: Bool { get }
    /// Whether it reads less at ``ReadingDepth/figures`` and still everything that clocks look at. A dialect that does not
    /// is read whole, and the gate drops what nobody counts.
    var readsLessForFigures: Bool { get }
    /// The zone of stamps that name none, where a field map says so.
    var zone: Zone? { get }

    /// What one record says. May leave anything out; never throws, opens nothing, believes nothing.
    func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft
}

extension ExportDialect {
    package var surroundings: [String] { [] }

    /// An empty draft of the record's incident.
    package func newDraft(_ record: RecordReader) -> IncidentDraft {
        IncidentDraft(system: system, kind: kind, origin: record.origin)
    }

    package var zone: Zone? { nil }
    package var readsLessForFigures: Bool { false }

    /// Whether an input looks like such an export, from its first bytes.
    package func recognizes(_ head: ExportHead) -> Bool { signature.fits(head, records: records) }
}

/// How much of a record a command needs.
package enum ReadingDepth: Sendable {
    /// What clocks and counts need, and what it takes to infer milestones: ``Incident/story`` may stay empty.
    case figures
    case everything
}
