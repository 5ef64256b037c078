package import IncidentModel

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
