package import Compliance
import Diagnostics
import IncidentModel
package import Typesetting

/// The internal report of a period: promises kept and broken, times, what changed, and how all of it was computed.
package struct SLAReport: Sendable {
    package var edition: Edition
    package var report: PeriodReport
    private let run: [AssessedIncident]
    package var counts: ReadCounts
    package var paths: PagePaths

    package init(
        edition: Edition, report: PeriodReport, all: [AssessedIncident], counts: ReadCounts, paths: PagePaths
    ) {
        self.edition = edition
        self.report = report
        run = all
        self.counts = counts
        self.paths = paths
    }

    var phrasing: Phrasing { edition.phrasing }

    /// The incidents of the run, as they stood at the report moment.
    var all: [AssessedIncident] { run.map { $0.seen(at: edition.asOf) } }

    /// `SLA report 2026-W06`.
    package var title: String { "SLA report \(report.period.label)" }

    /// Everything that a template of this document may say; `format` is the form of the pages that it links to.
    package func context(linking format: OutputFormat) -> Context {
        let open = openIncidents
        let touched = periodIncidents
        return [
            "title": .text(title),
            "headline": .list(headline.map { .text($0) }),
            "period": [
                "label": .text(report.period.label),
                "start": .text(phrasing.minute(report.period.start)),
                "end": .text(phrasing.minute(report.period.end)),
                "zone": .text(report.period.timeZone),
            ],
            "cohort": .text(cohortWords),
            "read": .text(counts.sentence),
            "severities": .list(report.severities.map(severity)),
            "promises": .list(report.severities.flatMap(promises)),
            "hasTimes": .flag(report.severities.contains { $0.cohort > 0 }),
            "times": .list(times),
            "hasBreaches": .flag(!report.breaches.isEmpty),
            "breaches": .list(report.breaches.map { breach($0, format) }),
            "comparison": comparison,
            "severalPolicies": .optional(severalPolicies?.folded),
            "replay": replay,
            "cellZone": .optional(phrasing.cellZone),
            "hasOpen": .flag(!open.isEmpty),
            "open": .list(open.map { row($0, format) }),
            "hasIncidents": .flag(!touched.isEmpty),
            "incidents": .list(touched.map { row($0, format) }),
            "hasFindings": .flag(!findings.isEmpty),
            "findings": .list(findings),
            "statistics": [
                "p90From": .text(String(edition.policy.statistics.p90From)),
                "p95From": .text(String(edition.policy.statistics.p95From)),
                "medianIntervalFrom": .text(String(edition.policy.statistics.medianIntervalFrom)),
                "significance": .text(Phrasing.decimal(edition.policy.statistics.significance, places: 3)),
            ],
            "computed": ComputationNote(edition: edition, policies: judging).context,
        ]
    }

    var cohortWords: String {
        switch report.cohort {
        case .resolved: "incidents resolved in the period"
        case .detected: "incidents detected in the period; open ones past their target count as breached"
        }
    }

    /// The page in plain words: what there was, what was kept, the worst miss.
    var headline: [String] {
        [volume, promises, worst].compactMap { $0 }
    }

    private var volume: String {
        let rows = report.severities
        let resolved = rows.reduce(0) { $0 + $1.resolved }
        let detected = rows.reduce(0) { $0 + $1.detected }
        let open = rows.reduce(0) { $0 + $1.open }
        let verb = { (number: Int) in number == 1 ? "was" : "were" }
        return "In \(report.period.label), \(Phrasing.count(resolved, "incident")) \(verb(resolved)) resolved and "
            + "\(Phrasing.number(detected)) \(verb(detected)) detected; \(Phrasing.number(open)) \(verb(open)) open at "
            + "its end."
    }

    private var promises: String {
        let figures = report.severities.flatMap(\.clocks)
        let met = figures.reduce(0) { $0 + ($1.verdicts[.met] ?? 0) }
        let breached = figures.reduce(0) { $0 + ($1.verdicts[.breached] ?? 0) }
        let unproven = figures.reduce(0) { $0 + ($1.verdicts[.unproven] ?? 0) }
        let silent =
            unproven == 0
            ? ""
            : " \(Phrasing.count(unproven, "promise")) cannot be judged, for want of a milestone or a message on record."
        if met + breached == 0 { return "No promise can be judged: no data." + silent }
        if breached == 0 { return "Every promise that can be judged was kept (\(Phrasing.number(met)))." + silent }
        return "\(Phrasing.number(breached)) of \(Phrasing.number(met + breached)) promises that can be judged "
            + "\(breached == 1 ? "was" : "were") broken." + silent
    }

    private var worst: String? {
        let gravest = report.breaches.map(\.severity).max()
        guard let breach = report.breaches.filter({ $0.severity == gravest }).max(by: { $0.by < $1.by }) else {
            return nil
        }
        return "The longest miss at the gravest severity: \(breach.incident.id.folded) (\(breach.severity.title)), "
            + "\(edition.title(ofClock: breach.clock).lowercased()), late by \(Phrasing.duration(breach.by))."
    }
}
