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
    /// Other names by which its own system and others call it: a number, an address, an alert key.
    package var aliases: [Reference] = []
    /// Names of the same incident elsewhere, and of incidents that it belongs to. Needed at either depth.
    package var references: [Reference] = []
    /// Texts in which people leave links to the incident's other records. Needed at either depth.
    package var linkTexts: [Sourced<String>] = []
    /// Why it is no incident of the run, if it is none: ``SetAside/rule``.
    package var setAside: String?
    /// Whether the record is a message of one moment, such as a webhook's, and not the incident as it stands.
    package var isMessage = false
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

    package init(system: String, kind: SystemKind, origin: Origin) {
        facts = Incident(id: "", system: system, kind: kind, origin: origin)
    }

    /// Takes a stamp as the record of a milestone.
    package mutating func record(_ milestone: Milestone, at stamp: Stamp?) {
        guard let stamp else { return }
        facts.milestones[milestone] = MilestoneMark(milestone, stamp.value, origin: stamp.origin)
    }

    /// Names the incident by an id of its own system, an address or an alert key, as others may call it.
    package mutating func alias(_ id: Sourced<String>?, in system: String? = nil) {
        guard let id else { return }
        aliases.append(Reference(system: system ?? facts.system, id: id.value, origin: id.origin))
    }

    /// Notes another system's name of the same incident, or the name of an incident that this one belongs to.
    package mutating func refer(
        to id: Sourced<String>?, in system: String, as relation: Reference.Relation = .same
    ) {
        guard let id else { return }
        references.append(Reference(system: system, id: id.value, relation: relation, origin: id.origin))
    }
}
