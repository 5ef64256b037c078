import Compliance
import Diagnostics
import IncidentModel

/// What a pack has to say for one piece of evidence of one control.
struct ControlEvidence: Sendable {
    var framework: ControlMap.Framework
    var control: ControlMap.Control
    var proof: ControlMap.Proof
    var title: String
    /// How many incidents, records or numbers it is about.
    var population: Int
    /// `nil` for a figure that is no promise.
    var counts: [PromiseOutcome: Int]?
    /// What a figure says.
    var words: String?
    /// Which file of the pack has it, and which part of the page.
    var file: String
    var anchor: String
}

extension AuditPack {
    var controlEvidence: [ControlEvidence] {
        controls.frameworks.flatMap { framework in
            framework.controls.flatMap { control in
                control.evidence.map { evidence(framework, control, $0) }
            }
        }
    }

    private func evidence(
        _ framework: ControlMap.Framework, _ control: ControlMap.Control, _ proof: ControlMap.Proof
    ) -> ControlEvidence {
        switch proof {
        case .clock(let id):
            let rows = tallies.filter { $0.kind == .clock && $0.name == id }
            let clock = edition.book.clocks.first { $0.id == id }
            var found = promise(framework, control, proof, rows, title: clock?.title ?? id)
            if clock == nil { found.words = "no policy of the run has a clock “\(id)”" }
            return found
        case .duty(let duty):
            let rows = tallies.filter { $0.kind == .duty && $0.name == duty.hyphenated }
            return promise(framework, control, proof, rows, title: duty.words)
        case .figure(let figure):
            let (count, counts, words, file, anchor) = facts(figure)
            return ControlEvidence(
                framework: framework, control: control, proof: proof, title: figure.title, population: count,
                counts: counts, words: words, file: file, anchor: anchor)
        }
    }

    private func promise(
        _ framework: ControlMap.Framework, _ control: ControlMap.Control, _ proof: ControlMap.Proof,
        _ rows: [PromiseTally], title: String
    ) -> ControlEvidence {
        var counts: [PromiseOutcome: Int] = [:]
        for row in rows { counts.merge(row.counts) { $0 + $1 } }
        return ControlEvidence(
            framework: framework, control: control, proof: proof, title: title, population: incidents.count,
            counts: counts, file: "verdicts.csv", anchor: "promises")
    }

    private func facts(
        _ figure: ControlMap.Figure
    ) -> (Int, [PromiseOutcome: Int]?, String?, String, String) {
        let count = incidents.count
        switch figure {
        case .population:
            return (count, nil, Phrasing.count(count, "incident"), "population.csv", "population")
        case .records:
            return (
                ledger.total, nil, "\(Phrasing.count(ledger.total, "record")) read, each accounted for", "records.csv",
                "records"
            )
        case .idGaps:
            let missing = series.reduce(0) { $0 + $1.missingCount }
            return (
                series.count, nil,
                "\(Phrasing.count(missing, "number")) not on record in \(Phrasing.count(series.count, "series", "series"))",
                "audit.json", "gaps"
            )
        case .severity:
            let known = incidents.count { $0.assessed.incident.severity != nil }
            return (count, [.kept: known, .unproven: count - known], nil, "population.csv", "population")
        case .recurrence:
            let recurring = incidents.count { $0.recurs == true }
            let untold = incidents.count { $0.recurs == nil }
            return (
                count, nil,
                "\(Phrasing.number(recurring)) of \(Phrasing.number(count)) recur, for \(Phrasing.number(untold)) it cannot be told",
                "population.csv", "population"
            )
        case .evidence:
            let records = incidents.reduce(0) { $0 + $1.records.count }
            return (
                records, nil, "\(Phrasing.count(records, "record")) kept word for word", "evidence/records", "population"
            )
        case .disputes:
            let disputed = exceptions.count { $0.kind == .disputed }
            return (
                disputes.count, nil,
                "\(Phrasing.count(disputes.count, "fact")) with several claims, \(Phrasing.number(disputed)) of them would change a verdict",
                "exceptions.csv", "exceptions"
            )
        case .dataQuality:
            let flaws = findings.reduce(0) { $0 + $1.count }
            return (count, nil, "\(Phrasing.count(flaws, "finding"))", "audit.json", "quality")
        }
    }
}

extension ControlMap.Figure {
    var title: String {
        switch self {
        case .population: "Every incident of the period"
        case .records: "Every record that was read"
        case .idGaps: "Numbers that no record has"
        case .severity: "Incidents with a severity on record"
        case .recurrence: "Incidents that happened before"
        case .evidence: "Records kept word for word"
        case .disputes: "Facts on which sources disagree"
        case .dataQuality: "What the records lack"
        }
    }
}
