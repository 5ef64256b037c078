package import IncidentModel

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
