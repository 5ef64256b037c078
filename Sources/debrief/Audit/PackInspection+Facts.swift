import Diagnostics
import IncidentModel
import Reporting

/// What a pack says against what its evidence says.
extension PackInspection {
    mutating func compare(_ derived: AuditFacts, with told: AuditFacts) {
        for (name, incident) in derived.incidents.sorted(by: { $0.key < $1.key }) {
            guard let claimed = told.incidents[name] else {
                findings.append(
                    Diagnostic(
                        .auditIncident, "the exports hold an incident of the period that the pack leaves out",
                        record: incident.id))
                continue
            }
            guard claimed != incident else { continue }
            findings.append(
                Diagnostic(
                    .auditFact,
                    "the pack says of the incident what its evidence does not: "
                        + Self.difference(claimed, incident), record: incident.id))
        }
        for (name, incident) in told.incidents.sorted(by: { $0.key < $1.key }) where derived.incidents[name] == nil {
            findings.append(
                Diagnostic(
                    .auditIncident, "the pack has an incident that its exports do not show in the period",
                    record: incident.id))
        }
        let names = Set(derived.promises.keys).union(told.promises.keys).sorted()
        for name in names where derived.incidents[name.incident] != nil && told.incidents[name.incident] != nil {
            let (derived, told) = (derived.promises[name], told.promises[name])
            guard derived != told else { continue }
            findings.append(
                Diagnostic(
                    .auditVerdict,
                    "\(visible(name.words)): the pack says \(visible(told?.words ?? "nothing")), its evidence \(derived?.words ?? "nothing")",
                    record: name.incident))
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

    /// A text of the pack against the one that its evidence makes: the first line that differs.
    func difference(in path: String, _ told: String, _ made: String) -> Diagnostic {
        let lines = told.split(separator: "\n", omittingEmptySubsequences: false)
        let others = made.split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(lines, others).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, others.count)
        func line(_ all: [Substring]) -> String {
            place < all.count ? "“\(visible(String(all[place].prefix(80))))”" : "the end"
        }
        return Diagnostic(
            .auditPage,
            "\(path), line \(place + 1), is not what the evidence makes: \(line(lines)), where \(line(others)) would stand"
        )
    }
}
