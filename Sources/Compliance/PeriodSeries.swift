import Diagnostics
package import IncidentModel

/// The same few figures for several periods in a row, oldest first: what a run chart shows. Nothing in it is tested.
package struct PeriodSeries: Sendable, Equatable {
    /// The clock from detection to resolution that compliance is about (``Clock/id``); `nil` where no policy has one.
    package var clock: String?
    package var points: [Point]

    /// One period.
    package struct Point: Sendable, Equatable {
        package var period: Period
        /// All four, gravest first.
        package var severities: [Row]

        package init(period: Period, severities: [Row]) {
            self.period = period
            self.severities = severities
        }

        /// Incidents of the cohort with a known severity.
        package var cohort: Int { severities.reduce(0) { $0 + $1.cohort } }

        /// Of all severities together, each judged by its own limit; `nil` without verdicts.
        package var compliance: Proportion? {
            let met = severities.reduce(0) { $0 + $1.met }
            return Wilson.proportion(hits: met, trials: severities.reduce(met) { $0 + $1.breached })
        }
    }

    /// One severity in one period.
    package struct Row: Sendable, Equatable {
        package var severity: Severity
        package var cohort: Int
        package var met: Int
        /// With ``Cohort/detected``, overdue ones are among them.
        package var breached: Int
        /// From detection to resolution; `nil` without any.
        package var spread: Spread?
        /// The incidents of the cohort that are not in ``spread``, and why.
        package var leftOut: LeftOut

        package init(
            severity: Severity, cohort: Int = 0, met: Int = 0, breached: Int = 0, spread: Spread? = nil,
            leftOut: LeftOut = LeftOut()
        ) {
            self.severity = severity
            self.cohort = cohort
            self.met = met
            self.breached = breached
            self.spread = spread
            self.leftOut = leftOut
        }

        package var compliance: Proportion? { Wilson.proportion(hits: met, trials: met + breached) }
    }

    package init(clock: String?, points: [Point]) {
        self.clock = clock
        self.points = points
    }
}

extension PeriodSeries {
    /// In one pass over the incidents, however many periods there are; `periods` stand oldest first and do not overlap.
    init(of incidents: [AssessedIncident], in periods: [Period], cohort: Cohort, asOf: Instant, book: PolicyBook) {
        let clock = book.clocks.first { $0.start == .detected && $0.stop == .resolved }?.id
        let columns = book.policies.map { policy in policy.clocks.firstIndex { $0.id == clock } }
        let mark: Milestone = cohort == .resolved ? .resolved : .detected
        var rows = periods.map { _ in Severity.allCases.map { Row(severity: $0) } }
        var samples = periods.map { _ in Severity.allCases.map { _ in DurationSample() } }
        for index in incidents.indices {
            guard let moment = incidents[index].incident.milestones.instant(of: mark), moment <= asOf,
                let place = Self.place(of: moment, in: periods),
                let severity = incidents[index].incident.severity?.value.ordinal
            else { continue }
            rows[place][severity].cohort += 1
            let moments = Moments(incidents[index].incident.milestones, asOf: asOf)
            samples[place][severity].add(moments.gap(from: .detected, to: .resolved))
            guard let column = columns[incidents[index].policy] else { continue }
            switch incidents[index].verdicts[column].verdict.kind {
            case .met: rows[place][severity].met += 1
            case .breached: rows[place][severity].breached += 1
            case .overdue where cohort == .detected: rows[place][severity].breached += 1
            case .overdue, .open, .notApplicable, .unproven: break
            }
        }
        for place in rows.indices {
            for row in rows[place].indices {
                samples[place][row].sort()
                rows[place][row].spread = Spread(sorted: samples[place][row].seconds, rule: book.newest.statistics)
                rows[place][row].leftOut = samples[place][row].leftOut
            }
        }
        self.init(clock: clock, points: zip(periods, rows).map { Point(period: $0, severities: $1) })
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

extension PeriodName {
    /// So many stretches of the same kind and length in a row, oldest first, with this one as the last.
    package func run(of count: Int) -> [PeriodName] {
        var names = [self]
        while names.count < count { names.append(names[names.count - 1].previous) }
        return names.reversed()
    }
}
