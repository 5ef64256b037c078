package import IncidentModel

/// Which incidents a period report is about (definitions, "Cohort").
package enum Cohort: String, Sendable, CaseIterable {
    /// Resolved in the period.
    case resolved
    /// Detected in the period; open ones that are overdue count as breached.
    case detected
}

/// A stretch of time, half-open `[start, end)`, cut in a time zone.
package struct Period: Sendable, Equatable {
    /// `2026-W06`.
    package var label: String
    package var start: Instant
    package var end: Instant
    /// IANA name.
    package var timeZone: String

    package init(label: String, start: Instant, end: Instant, timeZone: String) {
        self.label = label
        self.start = start
        self.end = end
        self.timeZone = timeZone
    }

    package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
}

/// Every figure of a period report, before anyone has put it into words.
package struct PeriodReport: Sendable, Equatable {
    package var period: Period
    package var cohort: Cohort
    /// All four, gravest first.
    package var severities: [SeverityFigures]
    /// Incidents of the cohort whose severity is unknown: they are in no row.
    package var withoutSeverity: [String]
    /// By severity, then clock in policy order, then by how much (most first), then id.
    package var breaches: [Breach]
    package var comparison: Comparison?
    /// Where the time went, by severity; empty where nobody asked.
    package var phases: [PhaseSplit] = []
    /// By service, team and source; empty where nobody asked.
    package var groups: [CohortGroups] = []
    /// How many incidents had happened before; `nil` where nobody looked.
    package var recurrence: PeriodRecurrence?
    /// The period and those before it, where a run of them was asked for.
    package var series: PeriodSeries?
    /// The same incidents under two policies, where another one was asked for.
    package var replay: PolicyComparison?
    /// Places in the run's ``PolicyBook`` of the policies that judged incidents of the cohort, in their order.
    package var policies: [Int]
    /// Incidents detected before the period's end that are over by their status word, or closed or reviewed, without a
    /// resolution on record: nobody knows when they ended. They count as open, since nothing proves that they were
    /// resolved before the period's end, and are named here. Ids, in ascending order.
    package var endUnknown: [String]
    /// Over the incidents that were detected or resolved in the period, were open or of unknown end at its end, or
    /// cannot be placed in any period, for want of both milestones.
    package var dataQuality: [DataQuality.Finding]

    package init(
        period: Period, cohort: Cohort, severities: [SeverityFigures], withoutSeverity: [String], breaches: [Breach],
        comparison: Comparison?, policies: [Int] = [0], endUnknown: [String] = [],
        dataQuality: [DataQuality.Finding] = []
    ) {
        self.period = period
        self.cohort = cohort
        self.severities = severities
        self.withoutSeverity = withoutSeverity
        self.breaches = breaches
        self.comparison = comparison
        self.policies = policies
        self.endUnknown = endUnknown
        self.dataQuality = dataQuality
    }
}

/// One severity's row of a period report.
package struct SeverityFigures: Sendable, Equatable {
    package var severity: Severity
    /// Detected in the period.
    package var detected: Int
    /// Resolved in the period.
    package var resolved: Int
    /// Detected before the period's end, and not resolved before it.
    package var open: Int
    /// How many incidents the figures below are about.
    package var cohort: Int
    /// One for each clock of the policy, in its order.
    package var clocks: [ClockFigures]
    /// One for each of ``Metric/catalog``, in its order.
    package var metrics: [MetricFigures]

    package init(
        severity: Severity, detected: Int, resolved: Int, open: Int, cohort: Int, clocks: [ClockFigures],
        metrics: [MetricFigures] = []
    ) {
        self.severity = severity
        self.detected = detected
        self.resolved = resolved
        self.open = open
        self.cohort = cohort
        self.clocks = clocks
        self.metrics = metrics
    }
}

/// One clock's verdicts and durations over the incidents of a severity.
package struct ClockFigures: Sendable, Equatable {
    /// ``Clock/id``.
    package var clock: String
    /// Of the newest policy that judged.
    package var limit: Duration?
    /// Of each policy that judged, in the order of ``PeriodReport/policies``, where they differ; otherwise empty.
    package var limits: [PolicyLimit] = []
    /// Every kind is there. With ``Cohort/detected``, overdue ones are among the breached (definitions, "Cohort").
    package var verdicts: [Verdict.Kind: Int]
    /// Met ÷ (met + breached), with its Wilson 95 % interval; `nil` without verdicts.
    package var compliance: Proportion?
    /// Over the incidents that have both milestones in order; `nil` without any.
    package var spread: Spread?
    /// The incidents of the cohort that are not in ``spread``, and why.
    package var leftOut: LeftOut

    package init(
        clock: String, limit: Duration?, verdicts: [Verdict.Kind: Int], compliance: Proportion?, spread: Spread?,
        leftOut: LeftOut = LeftOut()
    ) {
        self.clock = clock
        self.limit = limit
        self.verdicts = verdicts
        self.compliance = compliance
        self.spread = spread
        self.leftOut = leftOut
    }
}

/// A clock's limit in one of several policies.
package struct PolicyLimit: Sendable, Equatable {
    /// The place in the run's ``PolicyBook``.
    package var policy: Int
    /// `nil` where the policy makes no such promise, or lets a message set the time.
    package var limit: Duration?

    package init(policy: Int, limit: Duration?) {
        self.policy = policy
        self.limit = limit
    }
}

/// A share, with the interval that honesty asks for.
package struct Proportion: Sendable, Equatable {
    package var hits: Int
    package var trials: Int
    package var value: Double
    package var interval: ClosedRange<Double>

    package init(hits: Int, trials: Int, value: Double, interval: ClosedRange<Double>) {
        self.hits = hits
        self.trials = trials
        self.value = value
        self.interval = interval
    }
}

/// Mean, median and their company, in seconds, over `count` durations.
package struct Spread: Sendable, Equatable {
    package var count: Int
    package var mean: Double
    package var median: Double
    /// 95 %, by order statistics; `nil` where there are too few.
    package var medianInterval: ClosedRange<Double>?
    /// `nil` where there are too few.
    package var p90: Double?
    /// `nil` where there are too few.
    package var p95: Double?
    package var minimum: Int
    package var maximum: Int

    package init(
        count: Int, mean: Double, median: Double, medianInterval: ClosedRange<Double>?, p90: Double?, p95: Double?,
        minimum: Int, maximum: Int
    ) {
        self.count = count
        self.mean = mean
        self.median = median
        self.medianInterval = medianInterval
        self.p90 = p90
        self.p95 = p95
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// This period against the one before it.
package struct Comparison: Sendable, Equatable {
    package var previous: Period
    package var rows: [Change]

    /// One figure of one severity, then and now.
    package struct Change: Sendable, Equatable {
        package enum Figure: String, Sendable { case count, compliance, duration }
        package var severity: Severity
        package var figure: Figure
        /// ``Clock/id``; `nil` for counts.
        package var clock: String?
        /// Counts: incidents of the cohort. Compliance: a share. Durations: the median, in seconds.
        package var before: Double?
        package var now: Double?
        package var test: Test
        /// `nil` where the test has nothing to work on.
        package var p: Double?
        /// What the test could have seen with these counts, if the period before was as it was counted; `nil` where there
        /// was none.
        package var visible: VisibleChange?

        package enum Test: String, Sendable {
            case fisherExact = "Fisher's exact test"
            case mannWhitney = "Mann–Whitney U test"
            case exactPoisson = "exact Poisson test"
        }

        package init(
            severity: Severity, figure: Figure, clock: String?, before: Double?, now: Double?, test: Test, p: Double?,
            visible: VisibleChange? = nil
        ) {
            self.severity = severity
            self.figure = figure
            self.clock = clock
            self.before = before
            self.now = now
            self.test = test
            self.p = p
            self.visible = visible
        }
    }

    package init(previous: Period, rows: [Change]) {
        self.previous = previous
        self.rows = rows
    }
}
