import Compliance
import Diagnostics
import IncidentModel
import Typesetting

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
            if clock == nil { found.words = edition.phrases("audit.control.noClock", ["clock": id]) }
            return found
        case .duty(let duty):
            let rows = tallies.filter { $0.kind == .duty && $0.name == duty.hyphenated }
            return promise(framework, control, proof, rows, title: edition.title(of: duty))
        case .figure(let figure):
            let (count, counts, words, file, anchor) = facts(figure)
            return ControlEvidence(
                framework: framework, control: control, proof: proof,
                title: edition.phrases("audit.figure." + figure.rawValue), population: count,
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
            return (
                count, nil,
                edition.phrases("audit.control.population", ["incidents": Phrasing.count(count, "incident")]),
                "population.csv", "population"
            )
        case .records:
            return (
                ledger.total, nil,
                edition.phrases("audit.control.records", ["records": Phrasing.count(ledger.total, "record")]),
                "records.csv", "records"
            )
        case .idGaps:
            let missing = series.reduce(0) { $0 + $1.missingCount }
            return (
                series.count, nil,
                edition.phrases(
                    "audit.control.gaps",
                    [
                        "numbers": Phrasing.count(missing, "number"),
                        "series": Phrasing.count(series.count, "series", "series"),
                    ]),
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
                edition.phrases(
                    "audit.control.recurrence",
                    [
                        "recurring": Phrasing.number(recurring), "all": Phrasing.number(count),
                        "untold": Phrasing.number(untold),
                    ]),
                "population.csv", "population"
            )
        case .evidence:
            let records = incidents.reduce(0) { $0 + $1.records.count }
            return (
                records, nil,
                edition.phrases("audit.control.evidence", ["records": Phrasing.count(records, "record")]),
                "MANIFEST.sha256", "population"
            )
        case .disputes:
            let disputed = exceptions.count { $0.kind == .disputed }
            return (
                disputes.count, nil,
                edition.phrases(
                    "audit.control.disputes",
                    ["facts": Phrasing.count(disputes.count, "fact"), "verdicts": Phrasing.number(disputed)]),
                "exceptions.csv", "exceptions"
            )
        case .dataQuality:
            let flaws = findings.reduce(0) { $0 + $1.count }
            return (
                count, nil, edition.phrases("audit.control.quality", ["findings": Phrasing.count(flaws, "finding")]),
                "audit.json", "quality"
            )
        }
    }
}
