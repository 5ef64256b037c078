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
