import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The incidents behind the figures: broken promises, what is open, what the period saw, what its records lack.
extension SLAReport {
    /// The broken promises of one incident.
    struct Miss {
        var incident: Incident
        var severity: Severity
        /// In the order of the report.
        var breaches: [Breach]
        /// The longest.
        var by: Duration { breaches.map(\.by).max() ?? .zero }
    }

    /// By severity, gravest first, then by the longest miss.
    var misses: [Miss] {
        var misses: [Miss] = []
        var places: [SharedKey: Int] = [:]
        for breach in report.breaches {
            let key = SharedKey(breach.incident)
            if let place = places[key] {
                misses[place].breaches.append(breach)
            } else {
                places[key] = misses.count
                misses.append(Miss(incident: breach.incident, severity: breach.severity, breaches: [breach]))
            }
        }
        return misses.enumerated().map { (by: $0.element.by, place: $0.offset, miss: $0.element) }
            .sorted {
                ($0.miss.severity, $0.by, $1.place) > ($1.miss.severity, $1.by, $0.place)
            }.map(\.miss)
    }

    /// What tells incidents of one id apart.
    private struct SharedKey: Hashable {
        var id: String
        var origin: Origin

        init(_ incident: Incident) {
            id = incident.id
            origin = incident.origin
        }
    }

    func miss(_ miss: Miss, _ format: OutputFormat) -> Context {
        [
            "incident": .text(miss.incident.id.folded),
            "title": .text(miss.incident.title?.value.folded ?? ""),
            "path": .optional(link(miss.incident, format)),
            "severity": .text(miss.severity.title),
            "why": .list(miss.breaches.first?.reason.map(why)?.map { .text($0) } ?? []),
            "promises": .list(
                miss.breaches.map { breach in
                    [
                        "clock": .text(edition.title(ofClock: breach.clock)),
                        "took": .text(
                            phrases(
                                "verdict.of",
                                ["elapsed": Phrasing.duration(breach.elapsed), "limit": Phrasing.limit(breach.limit)])),
                        "by": .text(Phrasing.duration(breach.by)),
                        "address": .text(breach.origin.map(edition.address) ?? "–"),
                    ]
                }),
        ]
    }

    /// Which promise ran out first, and where most of the time went.
    private func why(_ reason: Breach.Reason) -> [String] {
        let slip = phrases(
            "sla.why.slip",
            ["clock": edition.title(ofClock: reason.firstSlip), "moment": phrasing.minute(reason.slippedAt)])
        guard let longest = reason.longest, longest.seconds > 0 else { return [slip] }
        let stretch = phrases(
            "sla.why.stretch",
            [
                "stretch": Phrasing.between(longest.start, longest.stop),
                "seconds": Phrasing.rounded(Double(longest.seconds)), "whole": Phrasing.rounded(Double(reason.whole)),
            ])
        return [slip, stretch]
    }

    /// The post-mortem below the output folder, if one was written; the template goes up to it.
    func link(_ incident: Incident, _ format: OutputFormat) -> String? {
        paths.existing(paths.postMortem(incident, format))
    }

    func row(_ assessed: AssessedIncident, _ format: OutputFormat) -> Context {
        let words = IncidentWords(edition: edition, assessed: assessed)
        let marks = assessed.incident.milestones
        return [
            "id": .text(assessed.incident.id.folded),
            "path": .optional(link(assessed.incident, format)),
            "title": .text(words.title.folded),
            "severity": .text(words.shortSeverity),
            "detected": .text(marks[.detected].map { phrasing.cell($0.instant) } ?? "not on record"),
            "resolved": .text(marks[.resolved].map { phrasing.cell($0.instant) } ?? "not on record"),
            "timeToResolve": .text(words.roundedTimeToResolve ?? "–"),
            "verdicts": .text(words.verdictSummary),
            "isLate": .flag(words.isLate),
        ]
    }

    var findings: [Context] {
        var rows = report.dataQuality.map { finding in
            row(
                Self.meaning(of: finding.code), ids: finding.incidents, count: finding.count)
        }
        if !report.endUnknown.isEmpty {
            rows.append(
                row(
                    "over by their status, but without a time of resolution: counted as open until one is on record",
                    ids: report.endUnknown, count: report.endUnknown.count))
        }
        if !report.withoutSeverity.isEmpty {
            rows.append(
                row(
                    "in the cohort, but without a known severity: in no row above", ids: report.withoutSeverity,
                    count: report.withoutSeverity.count))
        }
        return rows
    }

    private static func meaning(of code: String) -> String {
        DataQuality.Code.all.first { $0.name == code }?.summary ?? code
    }

    /// At most this many ids are named in a row; the JSON has all.
    private static let namedIDs = 12

    private func row(_ what: String, ids: [String], count: Int) -> Context {
        let named = ids.prefix(Self.namedIDs).map(\.folded).joined(separator: ", ")
        let rest = ids.count - Self.namedIDs
        return [
            "what": .text(what.sentenceStart),
            "count": .text(Phrasing.number(count)),
            "incidents": .text(rest > 0 ? "\(named) and \(Phrasing.number(rest)) more" : named),
        ]
    }
}

extension IncidentWords {
    /// `2 met, 1 breached`: every kind of verdict that there is, worst first.
    var verdictSummary: String {
        let order: [Verdict.Kind] = [.overdue, .breached, .open, .unproven, .met]
        let parts = order.compactMap { kind in
            let count = assessed.verdicts.count { $0.verdict.kind == kind }
            return count > 0 ? "\(count) \(phrasing.word(kind))" : nil
        }
        return parts.isEmpty ? "no promise applies" : parts.joined(separator: ", ")
    }

    /// Whether any promise is past its limit.
    var isLate: Bool { assessed.verdicts.contains { $0.verdict.kind == .overdue || $0.verdict.kind == .breached } }
}
