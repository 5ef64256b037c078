package import Compliance
import Diagnostics
import IncidentModel
package import Typesetting

/// The internal report of a period: promises kept and broken, times, what changed, and how all of it was computed.
package struct SLAReport: Sendable {
    package var edition: Edition
    package var report: PeriodReport
    package var counts: ReadCounts
    package var paths: PagePaths
    /// The incidents of the run, as they stood at the report moment.
    let all: [AssessedIncident]
    /// Places of those detected before the period's end and not resolved before it, as the period report counts them.
    let open: [Int]
    /// Places of those detected or resolved in the period.
    let touched: [Int]
    /// Places of those that the figures are about.
    let cohort: [Int]

    package init(
        edition: Edition, report: PeriodReport, all run: [AssessedIncident], counts: ReadCounts, paths: PagePaths
    ) {
        self.edition = edition
        self.report = report
        self.counts = counts
        self.paths = paths
        let all = run.map { $0.seen(at: edition.asOf) }
        let period = report.period
        var (open, touched): ([Int], [Int]) = ([], [])
        var cohort: Set<Int> = []
        // By index: a copy of an incident would count references to all its parts.
        for place in all.indices {
            let marks = all[place].incident.milestones
            let (detected, resolved) = (marks.instant(of: .detected), marks.instant(of: .resolved))
            if let detected, detected < period.end, resolved.map({ $0 >= period.end }) ?? true { open.append(place) }
            let isDetected = detected.map(period.contains) ?? false
            let isResolved = resolved.map(period.contains) ?? false
            if isDetected || isResolved { touched.append(place) }
            if report.cohort == .resolved ? isResolved : isDetected { cohort.insert(place) }
        }
        self.open = Self.sorted(open, of: all)
        self.touched = Self.sorted(touched, of: all)
        self.cohort = self.touched.filter(cohort.contains)
        self.all = all
    }

    /// By severity, gravest first, then by detection, then by id.
    private static func sorted(_ places: [Int], of all: [AssessedIncident]) -> [Int] {
        var keyed: [(severity: String, detected: Instant, id: String, place: Int)] = []
        keyed.reserveCapacity(places.count)
        for place in places {
            keyed.append(
                (
                    all[place].incident.severity?.value.rawValue ?? "unknown",
                    all[place].incident.milestones.instant(of: .detected) ?? Instant(microseconds: .max),
                    all[place].incident.id, place
                ))
        }
        return keyed.sorted {
            ($0.severity, $0.detected, $0.id, $0.place) < ($1.severity, $1.detected, $1.id, $1.place)
        }
        .map(\.place)
    }

    var phrasing: Phrasing { edition.phrasing }
    var phrases: PhraseBook { edition.phrases }

    /// `SLA report 2026-W06`.
    package var title: String { "SLA report \(report.period.label)" }

    /// A table of this page names at most so many incidents; the rest is counted.
    static let mostRows = 300

    /// Everything that a template of this document may say; `format` is the form of the pages that it links to.
    package func context(linking format: OutputFormat) -> Context {
        let findings = findings
        let misses = misses
        let duties = duties
        return [
            "title": .text(title),
            "headline": .list(headline.map { .text($0) }),
            "summary": .list(summary.map { .text($0) }),
            "period": [
                "label": .text(report.period.label),
                "start": .text(phrasing.minute(report.period.start)),
                "end": .text(phrasing.minute(report.period.end)),
                "zone": .text(report.period.timeZone),
            ],
            "cohort": .text(cohortWords),
            "read": .text(counts.sentence),
            "severities": .list(report.severities.map(severity)),
            "promises": promises,
            "hasTimes": .flag(report.severities.contains { $0.cohort > 0 }),
            "times": .list(times),
            "hasBreaches": .flag(!report.breaches.isEmpty),
            "misses": .list(misses.prefix(Self.mostRows).map { miss($0, format) }),
            "moreMisses": more(misses.count),
            "phases": phases,
            "run": run,
            "comparison": comparison,
            "recurrence": recurrence,
            "groups": .list(report.groups.map(groups)),
            "severalPolicies": .optional(severalPolicies?.folded),
            "replay": replay,
            "cellZone": .optional(phrasing.cellZone),
            "hasOpen": .flag(!open.isEmpty),
            "open": .list(open.prefix(Self.mostRows).map { row(all[$0], format) }),
            "moreOpen": more(open.count),
            "hasDuties": .flag(!duties.isEmpty),
            "duties": .list(duties.map { duty($0, format) }),
            "dutiesSince": .text(phrasing.minute(report.reach(asOf: edition.asOf).start)),
            "hasIncidents": .flag(!touched.isEmpty),
            "incidents": .list(touched.prefix(Self.mostRows).map { row(all[$0], format) }),
            "moreIncidents": more(touched.count),
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

    private func more(_ count: Int) -> Context {
        count > Self.mostRows
            ? .text(phrases("sla.more", ["count": Phrasing.number(count - Self.mostRows)])) : .absent
    }

    var cohortWords: String {
        switch report.cohort {
        case .resolved: "incidents resolved in the period"
        case .detected: "incidents detected in the period; open ones past their target count as breached"
        }
    }
}
