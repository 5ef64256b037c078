import Diagnostics
package import IncidentModel

/// The maker of period reports: turns judged incidents into figures.
package enum PeriodReportBuilder {
    /// The figures of a period, as they were known at `asOf`: a mark later than that has not happened yet. The
    /// incidents must have been judged under the same policy, at the same moment. `previous` adds a comparison.
    package static func make(
        from incidents: [AssessedIncident], period: Period, cohort: Cohort, asOf: Instant, policy: Policy,
        previous: Period? = nil
    ) -> PeriodReport {
        var tally = PeriodTally(period: period, cohort: cohort, asOf: asOf, policy: policy)
        tally.count(incidents)
        return PeriodReport(
            period: period, cohort: cohort,
            severities: Severity.allCases.map { figures(of: $0, tally) },
            withoutSeverity: tally.withoutSeverity.map { incidents[$0].incident.id }.sorted(),
            breaches: breaches(tally, incidents),
            comparison: previous.map { before in
                var earlier = PeriodTally(period: before, cohort: cohort, asOf: asOf, policy: policy)
                earlier.count(incidents)
                return Comparison(of: tally, with: earlier)
            },
            endUnknown: tally.endUnknown.map { incidents[$0].incident.id }.sorted(),
            dataQuality: DataQuality.findings(
                for: incidents, at: tally.touched, asOf: asOf, policy: policy))
    }

    private static func figures(of severity: Severity, _ tally: PeriodTally) -> SeverityFigures {
        let row = tally.rows[severity.ordinal]
        let rule = tally.policy.statistics
        let clocks = tally.policy.clocks.enumerated().map { index, clock in
            ClockFigures(
                clock: clock.id, limit: clock.limits[severity],
                verdicts: Dictionary(
                    uniqueKeysWithValues: Verdict.Kind.allCases.map {
                        ($0, row.count($0, of: index, cohort: tally.cohort))
                    }),
                compliance: row.compliance(of: index, cohort: tally.cohort),
                spread: Spread(sorted: row.clocks[index].seconds, rule: rule), leftOut: row.clocks[index].leftOut)
        }
        let metrics = zip(Metric.catalog, row.metrics).map { metric, sample in
            MetricFigures(
                metric: metric, spread: Spread(sorted: sample.seconds, rule: rule), leftOut: sample.leftOut)
        }
        return SeverityFigures(
            severity: severity, detected: row.detected, resolved: row.resolved, open: row.open, cohort: row.cohort,
            clocks: clocks, metrics: metrics)
    }

    private static func breaches(_ tally: PeriodTally, _ incidents: [AssessedIncident]) -> [Breach] {
        let misses = tally.breaches.sorted { left, right in
            if left.rank != right.rank { return left.rank < right.rank }
            let ids = (incidents[left.incident].incident.id, incidents[right.incident].incident.id)
            return ids.0 == ids.1 ? left.incident < right.incident : ids.0 < ids.1
        }
        return misses.map { miss in
            let milestones = incidents[miss.incident].incident.milestones
            let clock = tally.policy.clocks[miss.clock]
            let stop = milestones[clock.stop].flatMap { $0.instant <= tally.asOf ? $0 : nil }
            return Breach(
                shared: incidents[miss.incident].shared, severity: miss.severity, clock: clock.id,
                limit: .seconds(miss.elapsed - miss.by), elapsed: .seconds(miss.elapsed), by: .seconds(miss.by),
                mark: stop ?? milestones[clock.start])
        }
    }
}
