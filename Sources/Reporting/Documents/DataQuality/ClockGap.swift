import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Incidents that a clock could not judge for want of one milestone, and the fields that would have settled it.
struct ClockGap: Sendable, Equatable {
    var clock: String
    var missing: Evidence
    var system: String
    /// Ids, in the order of the run.
    var incidents: [String]
    var remedy: String

    static func all(
        in all: [AssessedIncident], of policy: Policy, recorders: [Milestone: [String]]
    ) -> [ClockGap] {
        let fields = RecordingFields(all)
        var found: [Key: [String]] = [:]
        for assessed in all {
            for judged in assessed.verdicts {
                guard case .unproven(.missing(let evidence)) = judged.verdict else { continue }
                let key = Key(clock: judged.clock, missing: evidence, system: assessed.incident.system)
                found[key, default: []].append(assessed.incident.id)
            }
        }
        let order = Dictionary(policy.clocks.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var gaps: [ClockGap] = []
        for (key, incidents) in found {
            let remedy = fields.remedy(for: key.missing, in: key.system, recorders: recorders)
            gaps.append(
                ClockGap(
                    clock: key.clock, missing: key.missing, system: key.system, incidents: incidents, remedy: remedy))
        }
        func place(_ gap: ClockGap) -> (Int, String, String) {
            (order[gap.clock] ?? order.count, gap.missing.words, gap.system)
        }
        return gaps.sorted { place($0) < place($1) }
    }

    private struct Key: Hashable {
        var clock: String
        var missing: Evidence
        var system: String
    }

    func context(_ edition: Edition) -> Context {
        [
            "clock": .text(edition.title(ofClock: clock)), "missing": .text(missing.words),
            "system": .text(system), "count": .text(Phrasing.number(incidents.count)),
            "incidents": .text(Phrasing.some(incidents, most: 5)), "remedy": .text(remedy),
        ]
    }
}

/// Which field of which system records a milestone, as the run itself shows it.
private struct RecordingFields {
    /// By milestone, then system: the field, and how many incidents it settled.
    private var fields: [Milestone: [String: [String: Int]]] = [:]

    init(_ all: [AssessedIncident]) {
        for assessed in all {
            let incident = assessed.incident
            for mark in incident.milestones.marks where mark.knowledge == .recorded {
                let system =
                    incident.claims.first { $0.mark == mark }?.record.system ?? incident.system
                fields[mark.milestone, default: [:]][system, default: [:]][mark.origin.field, default: 0] += 1
            }
        }
    }

    func remedy(for evidence: Evidence, in system: String, recorders: [Milestone: [String]]) -> String {
        guard let milestone = evidence.milestone else {
            return "a record of messages and first actions with their times: a status page, a message log, a timeline"
        }
        return remedy(for: milestone, in: system, recorders: recorders)
    }

    private func remedy(for milestone: Milestone, in system: String, recorders: [Milestone: [String]]) -> String {
        if let field = field(milestone, system) {
            return "“\(field.name)” in \(system), as in \(Phrasing.count(field.count, "other incident"))"
        }
        let others = (fields[milestone] ?? [:]).keys.sorted().compactMap { other in
            field(milestone, other).map { "“\($0.name)” in \(other)" }
        }
        if !others.isEmpty { return "a joined record of another system: " + Phrasing.list(others) }
        let able = recorders[milestone] ?? []
        if able.contains(system) { return "\(system) can record it, and no record of this run does" }
        return able.isEmpty
            ? "no system that the program reads records it"
            : "\(system) does not record it; these do: " + able.joined(separator: ", ")
    }

    private func field(_ milestone: Milestone, _ system: String) -> (name: String, count: Int)? {
        fields[milestone]?[system]?.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
