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
    /// `settled` are further incidents, of which no more is known.
    init(
        of incidents: [AssessedIncident], besides settled: [SettledIncident] = [], in periods: [Period], cohort: Cohort,
        asOf: Instant, book: PolicyBook
    ) {
        let clock = book.resolveClock?.id
        let columns = book.policies.map { policy in policy.clocks.firstIndex { $0.id == clock } }
        var tally = SeriesTally(periods: periods, cohort: cohort, asOf: asOf)
        for index in incidents.indices {
            guard let severity = incidents[index].incident.severity?.value else { continue }
            let moments = Moments(incidents[index].incident.milestones, asOf: asOf)
            let kind = columns[incidents[index].policy].map { incidents[index].verdicts[$0].verdict.kind }
            tally.count(moments, severity, kind)
        }
        for incident in settled {
            var marks = Milestones()
            marks[.detected] = incident.detected.map { MilestoneMark(.detected, $0, origin: .whole(SourceID(0))) }
            marks[.resolved] = MilestoneMark(.resolved, incident.resolved, origin: .whole(SourceID(0)))
            tally.count(Moments(marks, asOf: asOf), incident.severity, incident.outcome.kind)
        }
        self.init(clock: clock, points: tally.points(rule: book.newest.statistics))
    }
}

extension PolicyBook {
    /// The promise that runs of periods show: from detection to resolution.
    var resolveClock: Clock? { clocks.first { $0.start == .detected && $0.stop == .resolved } }
}

extension SettledIncident.Outcome {
    fileprivate var kind: Verdict.Kind? {
        switch self {
        case .met: .met
        case .breached: .breached
        case .other: nil
        }
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
