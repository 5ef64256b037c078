import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The report as one tidy table: a row for each figure of each severity in each period.
///
/// `period`, `start`, `end`, `cohort` say which incidents; `severity` is empty for all together. `kind` is what the figure
/// is of (incidents, clock, metric, phase, service, team, source, recurrence), `subject` which one. `figure` names the value: a count
/// (`detected`, `met`, …), `compliance` and `share` between 0 and 1, or a time in seconds (`mean`, `median`, …). `count`
/// is how many incidents the value rests on, `low` and `high` its 95 % interval. A figure without data has an empty value.
extension SLAReport {
    var csv: String {
        var table = FigureTable()
        for figures in report.severities { add(figures, to: &table) }
        for split in report.phases { add(split, to: &table) }
        for groups in report.groups {
            for figures in groups.groups { add(figures, named: figures.name ?? "", groups.kind, to: &table) }
            if let rest = groups.rest { add(rest, named: "(others)", groups.kind, to: &table) }
            if let unknown = groups.unknown { add(unknown, named: "(not on record)", groups.kind, to: &table) }
        }
        if let figures = report.recurrence { add(figures, to: &table) }
        for point in report.series?.points ?? [] where point.period != report.period { add(point, to: &table) }
        return table.text
    }

    private func key(
        _ period: Period, _ severity: Severity?, _ kind: String, _ subject: String
    ) -> FigureTable.Key {
        FigureTable.Key(
            period: period.label, start: period.start.rfc3339, end: period.end.rfc3339,
            cohort: report.cohort.rawValue, severity: severity?.rawValue ?? "", kind: kind, subject: subject)
    }

    private func add(_ figures: SeverityFigures, to table: inout FigureTable) {
        let counts = key(report.period, figures.severity, "incidents", "")
        table.add(counts, "detected", figures.detected)
        table.add(counts, "resolved", figures.resolved)
        table.add(counts, "open", figures.open)
        table.add(counts, "cohort", figures.cohort)
        for clock in figures.clocks {
            let key = key(report.period, figures.severity, "clock", clock.clock)
            table.add(key, "limit", clock.limit?.wholeSeconds)
            for kind in Verdict.Kind.allCases { table.add(key, kind.rawValue, clock.verdicts[kind] ?? 0) }
            table.add(key, clock.compliance)
            table.add(key, clock.spread)
        }
        for metric in figures.metrics {
            table.add(key(report.period, figures.severity, "metric", metric.metric.id), metric.spread)
        }
    }

    private func add(_ split: PhaseSplit, to table: inout FigureTable) {
        for phase in split.phases {
            let key = key(
                report.period, split.severity, "phase", Phrasing.between(phase.start, phase.stop))
            table.add(key, "share", phase.share, count: split.whole)
            table.add(key, phase.spread)
        }
    }

    private func add(
        _ figures: CohortGroups.Figures, named name: String, _ kind: CohortGroups.Kind, to table: inout FigureTable
    ) {
        let key = key(report.period, nil, kind.rawValue, name.folded)
        table.add(key, "cohort", figures.cohort)
        table.add(key, figures.compliance)
        table.add(key, figures.spread)
    }

    private func add(_ figures: PeriodRecurrence, to table: inout FigureTable) {
        for (period, count) in [(report.period, figures.now), (report.comparison?.previous, figures.before)] {
            guard let period, let count else { continue }
            let key = key(period, nil, "recurrence", "")
            table.add(key, "cohort", count.cohort)
            table.add(key, "told", count.told)
            table.add(key, "recurring", count.recurring)
            table.add(key, count.share, named: "share")
        }
        for service in figures.services {
            let key = key(report.period, nil, "recurrence", service.name.folded)
            table.add(key, "told", service.told)
            table.add(key, "recurring", service.recurring.count)
        }
    }

    private func add(_ point: PeriodSeries.Point, to table: inout FigureTable) {
        let clock = report.series?.clock ?? ""
        for row in point.severities {
            table.add(key(point.period, row.severity, "incidents", ""), "cohort", row.cohort)
            let key = key(point.period, row.severity, "clock", clock)
            table.add(key, "met", row.met)
            table.add(key, "breached", row.breached)
            table.add(key, row.compliance)
            table.add(key, row.spread)
        }
    }
}

/// The rows of the table, and how its cells are written.
private struct FigureTable {
    struct Key {
        var period: String
        var start: String
        var end: String
        var cohort: String
        var severity: String
        var kind: String
        var subject: String
    }

    private var table = CSVTable(
        ["period", "start", "end", "cohort", "severity", "kind", "subject", "figure"].map { CSVTable.Column($0) }
            + ["value", "count", "low", "high"].map { CSVTable.Column($0, isNumeric: true) })

    var text: String { table.text }

    mutating func add(_ key: Key, _ figure: String, _ value: Int?) {
        add(key, figure, value.map(String.init), nil, nil)
    }

    mutating func add(_ key: Key, _ figure: String, _ value: Double?, count: Int) {
        add(key, figure, value.map(Self.words), count, nil)
    }

    mutating func add(_ key: Key, _ share: Proportion?, named name: String = "compliance") {
        add(key, name, share.map { Self.words($0.value) }, share?.trials ?? 0, share?.interval)
    }

    mutating func add(_ key: Key, _ spread: Spread?) {
        let count = spread?.count ?? 0
        add(key, "mean", spread.map { Self.words($0.mean) }, count, nil)
        add(key, "median", spread.map { Self.words($0.median) }, count, spread?.medianInterval)
        add(key, "p90", spread?.p90.map(Self.words), count, nil)
        add(key, "p95", spread?.p95.map(Self.words), count, nil)
        add(key, "min", spread.map { String($0.minimum) }, count, nil)
        add(key, "max", spread.map { String($0.maximum) }, count, nil)
    }

    private mutating func add(
        _ key: Key, _ figure: String, _ value: String?, _ count: Int?, _ interval: ClosedRange<Double>?
    ) {
        table.append([
            key.period, key.start, key.end, key.cohort, key.severity, key.kind, key.subject, figure, value ?? "",
            count.map(String.init) ?? "", interval.map { Self.words($0.lowerBound) } ?? "",
            interval.map { Self.words($0.upperBound) } ?? "",
        ])
    }

    /// As in the JSON.
    private static func words(_ value: Double) -> String { plainNumber(value) ?? "" }
}
