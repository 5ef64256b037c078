package import Diagnostics

/// One incident as the program believes it: what passed the one gate, every word with its origin.
package struct Incident: Sendable, Equatable {
    /// The export's own id: `INC-2024-0215-001`.
    package var id: String
    /// The system's inner key, where it has one beside the id (ServiceNow's `sys_id`): what makes two incidents of one
    /// number two.
    package var key: String?
    /// The records that tell of it: first the one that names it, then those that were merged into it.
    package var records: [IncidentRecord]
    /// What each of several records claims; empty where a single record tells of it.
    package var claims: [Claim] = []
    /// What the records disagree on.
    package var conflicts: [ClaimConflict] = []

    package var title: Sourced<String>?
    /// The severity that judges the incident: the highest declared while it was open (definitions, "Severity").
    package var severity: Sourced<Severity>?
    /// The severity as the export wrote it last.
    package var declared: DeclaredSeverity?
    package var severityHistory: [SeverityChange] = []
    /// The export's own status word, kept beside what the milestones say.
    package var statusWord: Sourced<String>?
    /// The status words that it took, in the order of time; empty where the export keeps none.
    package var statusHistory: [StatusChange] = []
    package var milestones = Milestones()
    /// How often it was opened again after a resolution.
    package var reopenings = 0

    package var service: Sourced<String>?
    /// Whether the export itself asks for a post-mortem (`postMortemRequired`).
    package var asksForPostMortem: Sourced<Bool>?
    /// Empty, or the one ``Story``: an incident that is only counted carries none.
    var stories: [Story] = []

    package init(id: String, system: String, kind: SystemKind = .coordinator, origin: Origin) {
        self.id = id
        records = [IncidentRecord(system: system, kind: kind, id: id, origin: origin)]
    }

    /// Gives a new incident its id, and its one record too.
    package mutating func name(_ id: String) {
        self.id = id
        for index in records.indices { records[index].id = id }
    }

    /// The family of the system that names it: `servicenow`.
    package var system: String { records.first?.system ?? "" }

    /// Where its record begins.
    package var origin: Origin { records.first?.origin ?? .whole(SourceID(0)) }

    /// Where the milestones say it stands.
    package var state: LifecycleState { LifecycleState(milestones) }
}
