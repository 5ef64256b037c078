package import Diagnostics
package import IncidentModel

/// What an export said about one incident, before anyone believed it.
///
/// It is an incident whose id may be missing, whose severities are still foreign words, and whose milestones are only
/// those that a field records. ``Gate`` turns it into an ``Incident``, or says why not.
package struct IncidentDraft: Sendable {
    package var id: Sourced<String>?
    package var severityWord: Sourced<String>?
    package var severityChanges: [SeverityWordChange] = []
    /// Due dates that are no stamps, by the place of their action.
    package var dueWords: [Int: Sourced<String>] = [:]
    /// The milestones that timeline entries may stand for, where no field records them.
    package var inferable: Set<Milestone> = []
    /// Everything else, as the export has it.
    package var facts: Incident

    /// A severity word declared at a moment.
    package struct SeverityWordChange: Sendable {
        package var instant: Instant
        package var word: Sourced<String>

        package init(instant: Instant, word: Sourced<String>) {
            self.instant = instant
            self.word = word
        }
    }

    package init(system: String, origin: Origin) {
        facts = Incident(id: "", system: system, origin: origin)
    }

    /// Takes a stamp as the record of a milestone.
    package mutating func record(_ milestone: Milestone, at stamp: Stamp?) {
        guard let stamp else { return }
        facts.milestones[milestone] = MilestoneMark(milestone, stamp.value, origin: stamp.origin)
    }
}
