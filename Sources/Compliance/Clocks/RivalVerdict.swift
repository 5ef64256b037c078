import Diagnostics
package import IncidentModel

/// A verdict that would be another one, if another record's claim were believed.
package struct RivalVerdict: Sendable, Equatable {
    /// ``Clock/id``.
    package var clock: String
    /// The claim that was not believed.
    package var claim: Claim
    /// What the clock would say under it.
    package var verdict: Verdict

    package init(clock: String, claim: Claim, verdict: Verdict) {
        self.clock = clock
        self.claim = claim
        self.verdict = verdict
    }
}

extension Assessor {
    /// For every claim that was not believed, the clocks whose verdict it would turn into one of another kind.
    package func rivals(of assessed: AssessedIncident) -> [RivalVerdict] {
        assessed.incident.conflicts.flatMap { conflict in
            conflict.others.flatMap { claim in
                rivals(of: assessed, under: claim)
            }
        }
    }

    private func rivals(of assessed: AssessedIncident, under claim: Claim) -> [RivalVerdict] {
        var incident = assessed.incident
        if let mark = claim.mark {
            incident.milestones[mark.milestone] = mark
        } else if claim.subject == .severity, let severity = Severity(rawValue: claim.words) {
            incident.severity = Sourced(severity, claim.origin)
        } else {
            return []
        }
        // By name: under another detection another policy may judge, with other clocks.
        return assess(incident).verdicts.compactMap { rival in
            guard let believed = assessed.verdict(of: rival.clock), believed.kind != rival.verdict.kind else {
                return nil
            }
            return RivalVerdict(clock: rival.clock, claim: claim, verdict: rival.verdict)
        }
    }
}
