import Diagnostics
import IncidentModel
import Reporting
import Syntax

/// What a pack says against what its evidence says.
extension PackInspection {
    /// Incident by incident: what both say alike is not kept.
    mutating func compare(_ pack: AuditPack, with data: PackData, width: Int) async throws {
        let places = Dictionary(grouping: pack.incidents.indices) { pack.incidents[$0].name }
        @Sendable func derived(_ name: String) -> AuditFacts? {
            guard let places = places[name] else { return nil }
            var facts = AuditFacts()
            for place in places { facts.merge(pack.incidents[place].facts(of: pack)) }
            return facts
        }
        var told: [String: [AuditFacts?]] = [:]
        try await data.readIncidents(named: PackData.path, width: width) { facts in
            let name = facts.incidents.keys.first ?? ""
            return (name: name, facts: derived(name) == facts ? nil : facts)
        } into: {
            told[$0.name, default: []].append($0.facts)
        }
        var verdicts: [Diagnostic] = []
        for name in places.keys.sorted() {
            guard let all = told.removeValue(forKey: name) else {
                let id = places[name]?.last.map { pack.incidents[$0].id } ?? name
                findings.append(
                    Diagnostic(
                        .auditIncident, "the exports hold an incident of the period that the pack leaves out",
                        record: id))
                continue
            }
            guard all.count > 1 || all[0] != nil, let derived = derived(name) else { continue }
            var facts = AuditFacts()
            for one in all { facts.merge(one ?? derived) }
            compare(name, derived, facts)
            verdicts += Self.verdicts(derived, facts)
        }
        for (_, all) in told.sorted(by: { $0.key < $1.key }) {
            findings.append(
                Diagnostic(
                    .auditIncident, "the pack has an incident that its exports do not show in the period",
                    record: all.compactMap { $0?.incidents.values.first?.id }.last))
        }
        findings += verdicts
    }

    private mutating func compare(_ name: String, _ derived: AuditFacts, _ told: AuditFacts) {
        guard let incident = derived.incidents[name], let claimed = told.incidents[name], claimed != incident else {
            return
        }
        findings.append(
            Diagnostic(
                .auditFact,
                "the pack says of the incident what its evidence does not: " + Self.difference(claimed, incident),
                record: incident.id))
    }

    private static func verdicts(_ derived: AuditFacts, _ told: AuditFacts) -> [Diagnostic] {
        Set(derived.promises.keys).union(told.promises.keys).sorted().compactMap { name in
            let (derived, told) = (derived.promises[name], told.promises[name])
            guard derived != told else { return nil }
            return Diagnostic(
                .auditVerdict,
                "\(visible(name.words)): the pack says \(visible(told?.words ?? "nothing")), its evidence \(derived?.words ?? "nothing")",
                record: name.incident)
        }
    }

    private static func difference(_ told: AuditFacts.Incident, _ derived: AuditFacts.Incident) -> String {
        var parts: [String] = []
        if told.number != derived.number { parts.append("number \(told.number) for \(derived.number)") }
        if told.severity != derived.severity {
            parts.append("severity \(told.severity ?? "unknown") for \(derived.severity ?? "unknown")")
        }
        for milestone in Milestone.allCases.map(\.rawValue) {
            let (one, other) = (told.milestones[milestone], derived.milestones[milestone])
            if one != other { parts.append("\(milestone) \(one ?? "absent") for \(other ?? "absent")") }
        }
        if told.policy != derived.policy { parts.append("another policy") }
        if told.evidence != derived.evidence { parts.append("other records") }
        return visible(parts.isEmpty ? "another name" : parts.joined(separator: ", "))
    }
}
