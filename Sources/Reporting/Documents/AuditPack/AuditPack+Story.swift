import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The page's first words, its figures and the population.
extension AuditPack {
    var headline: [String] {
        let counts = tallies.filter { $0.kind == .clock }.reduce(into: [PromiseOutcome: Int]()) { sum, tally in
            sum.merge(tally.counts) { $0 + $1 }
        }
        let kept = counts[.kept] ?? 0
        let broken = counts[.broken] ?? 0
        let unproven = counts[.unproven] ?? 0
        let first = edition.phrases(
            "audit.headline.population",
            [
                "incidents": Phrasing.count(incidents.count, "incident").sentenceStart, "period": scope.period.label,
                "membership": membership,
            ])
        guard kept + broken + unproven > 0 else { return [first, edition.phrases("audit.headline.none")] }
        return [
            first,
            edition.phrases(
                "audit.headline.promises",
                [
                    "kept": Phrasing.number(kept), "broken": Phrasing.number(broken),
                    "unproven": Phrasing.number(unproven),
                ]),
        ]
    }

    var membership: String {
        let both = incidents.count { $0.member.isDetectedInside && $0.member.isResolvedInside }
        let detected = incidents.count { $0.member.isDetectedInside } - both
        let resolved = incidents.count { $0.member.isResolvedInside } - both
        return edition.phrases(
            "audit.membership",
            [
                "both": Phrasing.number(both), "detected": Phrasing.number(detected),
                "resolved": Phrasing.number(resolved), "open": Phrasing.number(population.openAtEnd.count),
            ])
    }

    func row(_ incident: AuditedIncident) -> Context {
        let words = IncidentWords(edition: edition, assessed: incident.assessed)
        let marks = incident.assessed.incident.milestones
        let own = incident.promises.filter { $0.kind != .instance }
        let count = { (outcome: PromiseOutcome) in own.count { $0.outcome == outcome } }
        let shown = incident.records.prefix(3)
        return [
            "number": .text(String(incident.number)), "id": .text(incident.assessed.incident.id.folded),
            "title": .text(words.title.folded), "severity": .text(words.shortSeverity),
            "detected": .text(marks[.detected].map { phrasing.cell($0.instant) } ?? edition.phrases("audit.absent")),
            "resolved": .text(marks[.resolved].map { phrasing.cell($0.instant) } ?? edition.phrases("audit.absent")),
            "kept": .text(String(count(.kept))), "broken": .text(String(count(.broken))),
            "isBroken": .flag(count(.broken) > 0), "unproven": .text(String(count(.unproven))),
            "isSampled": .flag(incident.isSampled),
            "records": .list(
                shown.enumerated().map { place, record in
                    ["name": .text("\(record.system) \(place + 1)"), "path": .text(record.file)]
                }),
            "moreRecords": incident.records.count > shown.count
                ? .text(
                    edition.phrases(
                        "audit.more", ["count": Phrasing.number(incident.records.count - shown.count)])) : .absent,
        ]
    }

    /// A row for each severity of each promise; the first of a promise carries its title.
    var tallyRows: [Context] {
        let told = tallies.filter(\.isTold)
        return told.enumerated().map { place, tally in
            let isFirst = place == 0 || told[place - 1].title != tally.title || told[place - 1].kind != tally.kind
            let span = told[place...].prefix { $0.title == tally.title && $0.kind == tally.kind }.count
            return row(tally, span: isFirst ? span : nil)
        }
    }

    private func row(_ tally: PromiseTally, span: Int?) -> Context {
        [
            "span": .optional(span.map(String.init)),
            "title": .text(tally.title), "kind": .text(tally.kind.rawValue),
            "severity": .text(tally.severity?.title ?? "unknown"),
            "kept": .text(Phrasing.number(tally.count(.kept))), "broken": .text(Phrasing.number(tally.count(.broken))),
            "isBroken": .flag(tally.count(.broken) > 0), "open": .text(Phrasing.number(tally.count(.open))),
            "unproven": .text(Phrasing.number(tally.count(.unproven))),
            "notApplicable": .text(Phrasing.number(tally.count(.notApplicable))),
            "reported": .text(
                tally.kind == .clock
                    ? Phrasing.share(tally.reportedKept, of: tally.reportedKept + tally.reportedBroken) : "–"),
        ]
    }
}
