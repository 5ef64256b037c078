import Diagnostics
package import IncidentModel

/// The phases of an incident with their owners and beginnings, and the checklists of mitigation and resolution
/// (specification, "Incident Lifecycle" and "Phase 5: Resolution & Recovery").
package struct LifecycleReview: Sendable, Equatable {
    package struct Phase: Sendable, Equatable {
        package var state: LifecycleState
        package var owners: [String]
        package var entry: Entry
    }

    package enum Entry: Sendable, Equatable {
        case entered(MilestoneMark)
        /// A later phase is on record; when this one began is not.
        case cannotBeTold
        case notYet
    }

    package struct Check: Sendable, Equatable {
        package var rule: Policy.CheckRule
        package var state: CheckState
    }

    package enum CheckState: Sendable, Equatable {
        case proven([RecordedFact])
        /// What the record could show, and does not.
        case absent([String])
        case waiting(Milestone)
        case notApplicable(String)
        case cannotBeTold([String])
    }

    /// Where the milestones say it stands.
    package let state: LifecycleState
    /// In the order of a life.
    package let phases: [Phase]
    /// In the order of the policy.
    package let checks: [Check]

    package static func of(
        _ known: KnownIncident, _ messages: CommunicationsDue, by rule: Policy.LifecycleRule
    ) -> LifecycleReview {
        let desk = CheckDesk(known: known, messages: messages)
        return LifecycleReview(
            state: known.incident.state, phases: phases(known, rule),
            checks: rule.checks.map { Check(rule: $0, state: desk.state(of: $0)) })
    }

    private static func phases(_ known: KnownIncident, _ rule: Policy.LifecycleRule) -> [Phase] {
        let marks = LifecycleState.allCases.map { mark(of: $0, known.incident.milestones) }
        let last = marks.lastIndex { $0 != nil } ?? -1
        return LifecycleState.allCases.enumerated().map { place, state in
            let entry = marks[place].map { Entry.entered($0) } ?? (place < last ? .cannotBeTold : .notYet)
            return Phase(state: state, owners: rule.owners[state] ?? [], entry: entry)
        }
    }

    /// The milestone that begins a phase; mitigation begins with the first that shows it (``LifecycleState``).
    private static func mark(of state: LifecycleState, _ milestones: Milestones) -> MilestoneMark? {
        switch state {
        case .detected: milestones[.detected]
        case .triaged: milestones[.triaged]
        case .mitigating:
            [milestones[.communicated], milestones[.mitigated]].compactMap(\.self).min { $0.instant < $1.instant }
        case .resolved: milestones[.resolved]
        case .postMortem: milestones[.reviewed]
        }
    }
}
