import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `lifecycle`: owners and checks.
    mutating func lifecycle(_ entry: PolicyEntry?) -> Policy.LifecycleRule {
        var rule = Policy.LifecycleRule()
        guard let entry, let fields = fields(entry, ["owners", "checks"]) else { return rule }
        let states = LifecycleState.allCases
        let owners = fields["owners"].flatMap { self.fields($0, states.map(\.rawValue)) } ?? [:]
        for state in states {
            guard let field = owners[state.rawValue], let items = items(field) else { continue }
            rule.owners[state] = items.compactMap { text($0) }
        }
        rule.checks = namedPairs(fields["checks"]).compactMap { check($0) }
        return rule
    }

    private mutating func check(_ pair: PolicyPair) -> Policy.CheckRule? {
        let known = ["title", "on", "severities", "proof", "recordedAs"]
        guard let fields = fields(pair.value, known) else { return nil }
        let title = text(fields["title"])
        let on = checkMoment(fields["on"])
        let severities = severities(fields["severities"])
        let proof: CheckProof? = choice(fields["proof"], "proof")
        let recordedAs = phraseRule(fields["recordedAs"])
        guard let title, let on, let severities, let proof else { return nil }
        return Policy.CheckRule(
            id: pair.key, title: title, on: on, severities: severities, proof: proof, recordedAs: recordedAs,
            origin: pair.origin)
    }

    /// Specification, "Phase 5": WHEN mitigation_identified, WHEN resolved.
    private mutating func checkMoment(_ entry: PolicyEntry?) -> Milestone? {
        guard let entry, let milestone = milestone(entry) else { return nil }
        guard milestone == .mitigated || milestone == .resolved else {
            wrongShape(entry, "`mitigated` or `resolved`")
            return nil
        }
        return milestone
    }
}
