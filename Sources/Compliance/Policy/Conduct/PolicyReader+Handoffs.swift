import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `handoffs`: name → team, skills, moment, conditions and payload; in the order of the file.
    mutating func handoffs(_ entry: PolicyEntry?) -> [Policy.HandoffRule] {
        namedPairs(entry).compactMap { handoff($0) }
    }

    private mutating func handoff(_ pair: PolicyPair) -> Policy.HandoffRule? {
        let known = ["team", "skills", "on", "severities", "strategicOnly", "payload", "with"]
        guard let fields = fields(pair.value, known, optional: ["strategicOnly", "with"]) else { return nil }
        let team = text(fields["team"])
        let skills = texts(fields["skills"])
        let on = handoffMoment(fields["on"])
        let severities = severities(fields["severities"])
        let strategic = flag(fields["strategicOnly"]) ?? false
        let payload = fields["payload"].flatMap { items($0) }?.compactMap { item -> FactPath? in choice(item, "fact") }
        let with = fields["with"].flatMap { pairs($0) }?.map {
            Policy.FixedPart(name: $0.key, words: texts($0.value) ?? [])
        }
        guard let team, let skills, let on, let severities, let payload else { return nil }
        return Policy.HandoffRule(
            name: pair.key, team: team, skills: skills, on: on, severities: severities,
            isForStrategicAccounts: strategic, payload: payload, with: with ?? [], origin: pair.origin)
    }

    /// A milestone, or `status-update`.
    private mutating func handoffMoment(_ entry: PolicyEntry?) -> HandoffMoment? {
        guard let entry, let name = text(entry) else { return nil }
        if name == HandoffMoment.statusUpdate.rawValue { return .statusUpdate }
        return milestone(named: name, at: entry.origin).map { .milestone($0) }
    }

    /// A list of texts as they are written.
    private mutating func texts(_ entry: PolicyEntry?) -> [String]? {
        guard let entry, let items = items(entry) else { return nil }
        return items.compactMap { text($0) }
    }
}
