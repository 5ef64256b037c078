import Diagnostics
package import IncidentModel

/// Says what became of promises to be resolved in time of which no more will come.
package struct Settlement: Sendable {
    private let asOf: Instant
    /// For each policy: the place of the promise among its clocks, and the severities whose promise hangs on what other
    /// incidents say.
    private let promises: [(place: Int, unsure: Set<Severity>)?]

    package init(_ judge: Assessor) {
        asOf = judge.asOf
        let id = judge.book.resolveClock?.id
        promises = judge.book.policies.map { policy in
            policy.clocks.firstIndex { $0.id == id }.map { place in
                (place, Set(policy.clocks[place].conditions.filter { $0.value.contains(.recurring) }.keys))
            }
        }
    }

    /// What became of an incident's promise; `nil` where more may come of it.
    package func outcome(of assessed: AssessedIncident) -> SettledIncident.Outcome? {
        guard let resolved = assessed.incident.milestones.instant(of: .resolved), resolved <= asOf,
            assessed.incident.milestones.instant(of: .detected).map({ $0 <= asOf }) ?? true
        else { return nil }
        guard let promise = promises[assessed.policy] else { return .other }
        if let severity = assessed.incident.severity?.value, promise.unsure.contains(severity) { return nil }
        switch assessed.verdicts[promise.place].verdict.kind {
        case .met: return .met
        case .breached: return .breached
        case .notApplicable, .unproven: return .other
        case .open, .overdue: return nil
        }
    }
}
