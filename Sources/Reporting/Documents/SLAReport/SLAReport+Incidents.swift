import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The incidents behind the figures: broken promises, what is open, what the period saw, what its records lack.
extension SLAReport {
    func breach(_ breach: Breach, _ format: OutputFormat) -> Context {
        [
            "incident": .text(breach.incident.id.folded),
            "title": .text(breach.incident.title?.value.folded ?? ""),
            "path": .optional(link(breach.incident, format)),
            "severity": .text(breach.severity.title),
            "clock": .text(edition.title(ofClock: breach.clock)),
            "limit": .text(Phrasing.limit(breach.limit)),
            "elapsed": .text(Phrasing.duration(breach.elapsed)),
            "by": .text(Phrasing.duration(breach.by)),
            "address": .text(breach.origin.map(edition.address) ?? "–"),
        ]
    }

    /// The post-mortem below the output folder, if one was written; the template goes up to it.
    private func link(_ incident: Incident, _ format: OutputFormat) -> String? {
        paths.existing(paths.postMortem(incident, format))
    }

    /// Detected before the period's end and not resolved before it, as the period report counts them.
    var openIncidents: [AssessedIncident] {
        sorted(
            all.filter { assessed in
                let marks = assessed.incident.milestones
                guard let detected = marks[.detected]?.instant, detected < report.period.end else { return false }
                return marks[.resolved].map { $0.instant >= report.period.end } ?? true
            })
    }

    /// Detected or resolved in the period.
    var periodIncidents: [AssessedIncident] {
        sorted(
            all.filter { assessed in
                [.detected, .resolved].contains { milestone in
                    assessed.incident.milestones[milestone].map { report.period.contains($0.instant) } ?? false
                }
            })
    }

    /// By severity, gravest first, then by detection, then by id.
    private func sorted(_ incidents: [AssessedIncident]) -> [AssessedIncident] {
        incidents.sorted { left, right in
            let a = left.incident
            let b = right.incident
            let none = Instant(microseconds: .max)
            let first = (a.severity?.value.rawValue ?? "unknown", a.milestones[.detected]?.instant ?? none, a.id)
            let second = (b.severity?.value.rawValue ?? "unknown", b.milestones[.detected]?.instant ?? none, b.id)
            return first < second
        }
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
