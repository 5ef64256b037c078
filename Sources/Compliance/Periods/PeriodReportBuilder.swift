import Diagnostics
package import IncidentModel

/// The maker of period reports: turns judged incidents into figures.
package enum PeriodReportBuilder {
    package static func make(
        from incidents: [AssessedIncident], period: Period, cohort: Cohort, asOf: Instant, policy: Policy,
        previous: Period? = nil, series: [Period] = [], recurrence: Recurrence? = nil
    ) -> PeriodReport {
        make(
            from: incidents, period: period, cohort: cohort, asOf: asOf, book: PolicyBook(policy), previous: previous,
            series: series, recurrence: recurrence)
    }

    /// The figures of a period, as they were known at `asOf`: a mark later than that has not happened yet. The
    /// incidents must have been judged under the same policies, at the same moment. `previous` adds a comparison,
    /// `series` a run of periods, oldest first, in which `settled` are counted as well;
    /// `recurrence`: how many had happened before.
    package static func make(
        from incidents: [AssessedIncident], period: Period, cohort: Cohort, asOf: Instant, book: PolicyBook,
        previous: Period? = nil, series: [Period] = [], besides settled: [SettledIncident] = [],
        recurrence: Recurrence? = nil
    ) -> PeriodReport {
        func tally(_ period: Period) -> PeriodTally {
            var tally = PeriodTally(period: period, cohort: cohort, asOf: asOf, book: book, recurrence: recurrence)
            tally.count(incidents)
            return tally
        }
        let before = previous.map(tally)
        let tally = tally(period)
        var report = PeriodReport(
            period: period, cohort: cohort,
            severities: Severity.allCases.map { figures(of: $0, tally) },
            withoutSeverity: tally.withoutSeverity.map { incidents[$0].incident.id }.sorted(),
            breaches: breaches(tally, incidents),
            comparison: before.map { Comparison(of: tally, with: $0) },
            policies: tally.hasJudged.indices.filter { tally.hasJudged[$0] },
            endUnknown: tally.endUnknown.map { incidents[$0].incident.id }.sorted(),
            dataQuality: DataQuality.findings(
                for: incidents, at: tally.touched, asOf: asOf, book: book))
        let rule = book.newest.statistics
        report.phases = Severity.allCases.map { severity in
            var phases = tally.phases[severity.ordinal]
            return phases.split(severity, rule: rule)
        }
        report.groups = tally.groups.map { $0.groups(rule: rule) }
        report.recurrence = tally.recurring.figures(against: before?.recurring, level: rule.significance)
        if !series.isEmpty {
            report.series = PeriodSeries(
                of: incidents, besides: settled, in: series, cohort: cohort, asOf: asOf, book: book)
        }
        return report
    }

    private static func figures(of severity: Severity, _ tally: PeriodTally) -> SeverityFigures {
        let row = tally.rows[severity.ordinal]
        let rule = tally.book.newest.statistics
        let clocks = tally.clocks.enumerated().map { index, clock in
            var figures = ClockFigures(
                clock: clock.id, limit: nil,
                verdicts: Dictionary(
                    uniqueKeysWithValues: Verdict.Kind.allCases.map {
                        ($0, row.count($0, of: index, cohort: tally.cohort))
                    }),
                compliance: row.compliance(of: index, cohort: tally.cohort),
                spread: Spread(sorted: row.clocks[index].seconds, rule: rule), leftOut: row.clocks[index].leftOut)
            let limits = limits(of: clock.id, severity, tally)
            figures.limit = limits.last?.limit
            if Set(limits.map(\.limit)).count > 1 { figures.limits = limits }
            return figures
        }
        let metrics = zip(Metric.catalog, row.metrics).map { metric, sample in
            MetricFigures(
                metric: metric, spread: Spread(sorted: sample.seconds, rule: rule), leftOut: sample.leftOut)
        }
        return SeverityFigures(
            severity: severity, detected: row.detected, resolved: row.resolved, open: row.open, cohort: row.cohort,
            clocks: clocks, metrics: metrics)
    }

    /// In the policies that judged; where none did, in the one in force at the period's end.
    private static func limits(of clock: String, _ severity: Severity, _ tally: PeriodTally) -> [PolicyLimit] {
        let judged = tally.hasJudged.indices.filter { tally.hasJudged[$0] }
        let places = judged.isEmpty ? [tally.book.place(at: tally.period.end)] : judged
        return places.map { place in
            PolicyLimit(policy: place, limit: tally.book.policies[place].clock(clock)?.limits[severity])
        }
    }

    private static func breaches(_ tally: PeriodTally, _ incidents: [AssessedIncident]) -> [Breach] {
        let misses = tally.breaches.sorted { left, right in
            if left.rank != right.rank { return left.rank < right.rank }
            let ids = (incidents[left.incident].incident.id, incidents[right.incident].incident.id)
            return ids.0 == ids.1 ? left.incident < right.incident : ids.0 < ids.1
        }
        let assessor = Assessor(book: tally.book, asOf: tally.asOf)
        let memories = assessor.memories
        let deciding = misses.map { miss -> JudgedPart? in
            let parts = assessor.evidence(
                of: tally.clocks[miss.clock].id, in: incidents[miss.incident].shared, memories)
            return JudgedPart.deciding(parts).map { parts[$0] }
        }
        let slips = firstSlips(misses, deciding)
        return zip(misses, deciding).map { miss, part in
            var breach = Breach(
                shared: incidents[miss.incident].shared, severity: miss.severity, clock: tally.clocks[miss.clock].id,
                limit: .seconds(miss.elapsed - miss.by), elapsed: .seconds(miss.elapsed), by: .seconds(miss.by),
                origin: part?.origin)
            breach.reason = slips[miss.incident].map { slip in
                let stretches = Breach.Stretch.all(
                    in: Moments(incidents[miss.incident].incident.milestones, asOf: tally.asOf))
                return Breach.Reason(
                    firstSlip: tally.clocks[slip.clock].id, slippedAt: slip.at,
                    longest: stretches.max { $0.seconds < $1.seconds },
                    whole: stretches.reduce(0) { $0 + $1.seconds })
            }
            return breach
        }
    }

    /// By incident, the clock that ran out first; of several at one moment, the one that reports name first.
    private static func firstSlips(
        _ misses: [PeriodTally.Miss], _ deciding: [JudgedPart?]
    ) -> [Int: (at: Instant, clock: Int)] {
        var slips: [Int: (at: Instant, clock: Int)] = [:]
        for (miss, part) in zip(misses, deciding) {
            let late = part?.stop.map { $0.advanced(bySeconds: -miss.by) }
            guard let at = late ?? part?.verdict.due else { continue }
            if let known = slips[miss.incident], (known.at, known.clock) <= (at, miss.clock) { continue }
            slips[miss.incident] = (at, miss.clock)
        }
        return slips
    }
}
