import Diagnostics
import IncidentModel

/// What is counted for a run of periods.
struct SeriesTally {
    let periods: [Period]
    let cohort: Cohort
    let asOf: Instant
    private var rows: [[PeriodSeries.Row]]
    private var samples: [[DurationSample]]

    init(periods: [Period], cohort: Cohort, asOf: Instant) {
        self.periods = periods
        self.cohort = cohort
        self.asOf = asOf
        rows = periods.map { _ in Severity.allCases.map { PeriodSeries.Row(severity: $0) } }
        samples = periods.map { _ in Severity.allCases.map { _ in DurationSample() } }
    }

    /// `kind`: of the verdict; `nil` without one.
    mutating func count(_ moments: Moments, _ severity: Severity, _ kind: Verdict.Kind?) {
        let row = severity.ordinal
        guard let moment = moments[cohort == .resolved ? .resolved : .detected],
            let place = Self.place(of: moment, in: periods)
        else { return }
        rows[place][row].cohort += 1
        samples[place][row].add(moments.gap(from: .detected, to: .resolved))
        switch kind {
        case .met: rows[place][row].met += 1
        case .breached: rows[place][row].breached += 1
        case .overdue where cohort == .detected: rows[place][row].breached += 1
        case .overdue, .open, .notApplicable, .unproven, nil: break
        }
    }

    func points(rule: Policy.StatisticsRule) -> [PeriodSeries.Point] {
        periods.indices.map { place in
            let severities = rows[place].indices.map { number in
                var (row, sample) = (rows[place][number], samples[place][number])
                sample.sort()
                row.spread = Spread(sorted: sample.seconds, rule: rule)
                row.leftOut = sample.leftOut
                return row
            }
            return PeriodSeries.Point(period: periods[place], severities: severities)
        }
    }

    /// The period that holds a moment.
    private static func place(of moment: Instant, in periods: [Period]) -> Int? {
        var (low, high) = (0, periods.count)
        while low < high {
            let middle = (low + high) / 2
            if periods[middle].start <= moment { low = middle + 1 } else { high = middle }
        }
        guard low > 0, periods[low - 1].contains(moment) else { return nil }
        return low - 1
    }
}
