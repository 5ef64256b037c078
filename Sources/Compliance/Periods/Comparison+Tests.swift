import IncidentModel

extension Comparison {
    /// Each figure of both periods with the test that tells change from noise (definitions, "Figures").
    ///
    /// Counts are the cohort's incidents, tested with the periods' lengths as exposures; compliance is met ÷ (met +
    /// breached); durations show their medians. By severity, gravest first: the count, then each clock's compliance
    /// and, but for clocks with many instances in one incident, duration. Beside each test stands what it could have
    /// seen at all (``VisibleChange``).
    init(of now: PeriodTally, with before: PeriodTally) {
        var rows: [Change] = []
        let level = now.book.newest.statistics.significance
        for severity in Severity.allCases {
            let new = now.rows[severity.ordinal]
            let old = before.rows[severity.ordinal]
            rows.append(
                Change(
                    severity: severity, figure: .count, clock: nil, before: Double(old.cohort),
                    now: Double(new.cohort), test: .exactPoisson,
                    p: ExactPoisson.p(
                        count: new.cohort, exposure: now.period.length, against: old.cohort,
                        exposure: before.period.length),
                    visible: PoissonPower.visible(
                        before: old.cohort, exposure: before.period.length, now: now.period.length, level: level)))
            for (index, clock) in now.clocks.enumerated() {
                let share = new.compliance(of: index, cohort: now.cohort)
                let oldShare = old.compliance(of: index, cohort: before.cohort)
                rows.append(
                    Change(
                        severity: severity, figure: .compliance, clock: clock.id, before: oldShare?.value,
                        now: share?.value, test: .fisherExact,
                        p: FisherExact.p(
                            hits: share?.hits ?? 0, of: share?.trials ?? 0, against: oldShare?.hits ?? 0,
                            of: oldShare?.trials ?? 0),
                        visible: share.flatMap { share in
                            oldShare.flatMap { old in
                                FisherPower.visible(
                                    trials: share.trials, before: old.trials, share: old.value, level: level)
                            }
                        }))
                if clock.hasManyInstances { continue }
                let seconds = new.clocks[index].seconds
                let oldSeconds = old.clocks[index].seconds
                rows.append(
                    Change(
                        severity: severity, figure: .duration, clock: clock.id,
                        before: Quantile.of(sorted: oldSeconds, at: 0.5), now: Quantile.of(sorted: seconds, at: 0.5),
                        test: .mannWhitney, p: MannWhitney.p(sorted: seconds, oldSeconds),
                        visible: RankPower.visible(now: seconds.count, before: oldSeconds.count, level: level)))
            }
        }
        self.init(previous: before.period, rows: rows)
    }
}

extension Period {
    /// Seconds.
    fileprivate var length: Double { (Double(end.microseconds) - Double(start.microseconds)) / 1_000_000 }
}
