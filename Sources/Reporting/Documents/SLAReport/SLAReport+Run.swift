import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The run of periods: what was kept and how long it took, period by period, without a claim of any trend.
extension SLAReport {
    var run: Context {
        guard let series = report.series, series.points.count > 1 else { return .absent }
        let severities = Severity.allCases.filter { severity in
            series.points.contains { $0.severities[row(of: severity)].spread != nil }
        }
        let chart = chart(series, severities)
        return [
            "count": .text(Phrasing.number(series.points.count)),
            "hasChart": .flag(chart != nil),
            "chart": .optional(chart),
            "columns": .list(severities.map { .text($0.title) }),
            "rows": .list(series.points.map { row($0, severities) }),
        ]
    }

    private func row(of severity: Severity) -> Int { Severity.allCases.firstIndex(of: severity) ?? 0 }

    private func row(_ point: PeriodSeries.Point, _ severities: [Severity]) -> Context {
        [
            "period": .text(point.period.label),
            "isNow": .flag(point.period == report.period),
            "count": .text(Phrasing.number(point.cohort)),
            "kept": .text(point.compliance.map { Phrasing.share($0.hits, of: $0.trials) } ?? "no data"),
            "interval": .text(point.compliance.map { Phrasing.interval($0.interval) } ?? "–"),
            "medians": .list(
                severities.map { severity in
                    let spread = point.severities[row(of: severity)].spread
                    return .text(spread.map { "\(Phrasing.rounded($0.median)) (\(Phrasing.number($0.count)))" } ?? "–")
                }),
        ]
    }

    private func chart(_ series: PeriodSeries, _ severities: [Severity]) -> String? {
        let hasShares = series.points.contains { $0.compliance != nil }
        guard hasShares || !severities.isEmpty else { return nil }
        var panels: [RunChart.Panel] = []
        if hasShares {
            panels.append(
                RunChart.Panel(
                    label: phrases("sla.run.kept"), scale: .share, target: nil,
                    points: series.points.map { point in
                        point.compliance.map { share in
                            RunChart.Value(
                                value: share.value, low: share.interval.lowerBound, high: share.interval.upperBound,
                                label: phrases(
                                    "sla.run.point",
                                    [
                                        "period": point.period.label,
                                        "value": Phrasing.percent(share.hits, of: share.trials),
                                        "count": "\(Phrasing.number(share.hits)) of \(Phrasing.number(share.trials))",
                                    ]))
                        }
                    }))
        }
        panels += severities.map { panel(series, $0) }
        return RunChart(
            id: "chart-run",
            title: "\(Phrasing.number(series.points.count)) periods, the last one is \(report.period.label)",
            legend:
                "Points are the periods, vertical bars the 95 % intervals of the share; gaps are periods without data.",
            summary: "Above, the share of incidents resolved in time; below, for each severity, the median time to "
                + "resolve on a logarithmic scale. The table below has the figures.",
            labels: series.points.map { RunChart.Label($0.period.label, count: $0.cohort) }, panels: panels
        ).figure
    }

    private func panel(_ series: PeriodSeries, _ severity: Severity) -> RunChart.Panel {
        let limit = series.clock.flatMap { edition.policy.clock($0)?.limits[severity] }
        return RunChart.Panel(
            label: "\(phrases("sla.run.median")), \(severity.title)", scale: .time,
            target: limit.map { Double($0.wholeSeconds) },
            targetLabel: limit.map { "target \(Phrasing.limit($0))" } ?? "",
            points: series.points.map { point in
                point.severities[row(of: severity)].spread.map { spread in
                    RunChart.Value(
                        value: spread.median, low: nil, high: nil,
                        label: phrases(
                            "sla.run.point",
                            [
                                "period": point.period.label, "value": Phrasing.rounded(spread.median),
                                "count": Phrasing.count(spread.count, "incident"),
                            ]))
                }
            })
    }
}
