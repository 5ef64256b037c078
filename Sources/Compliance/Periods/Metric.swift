package import IncidentModel

/// A mean time between two milestones that a report shows (definitions, "Figures").
package struct Metric: Sendable, Equatable {
    /// The name that scripts use: `mttr`.
    package var id: String
    /// Always with both milestones: "MTTR: mean time from detected to resolved".
    package var title: String
    package var start: Milestone
    package var stop: Milestone

    package init(id: String, start: Milestone, stop: Milestone) {
        self.id = id
        title = "\(id.uppercased()): mean time from \(start.rawValue) to \(stop.rawValue)"
        self.start = start
        self.stop = stop
    }

    /// Every metric that the program knows, in the order of pages.
    package static let catalog = [
        Metric(id: "mtta", start: .detected, stop: .triaged),
        Metric(id: "mttc", start: .triaged, stop: .communicated),
        Metric(id: "mttm", start: .detected, stop: .mitigated),
        Metric(id: "mttr", start: .detected, stop: .resolved),
    ]
}

/// How many incidents of a cohort have no duration between two milestones, and why.
package struct LeftOut: Sendable, Equatable {
    /// The start is absent; the stop may be too.
    package var missingStart: Int
    package var missingStop: Int
    package var outOfOrder: Int
    /// Incidents that the promise is not made for.
    package var notApplicable: Int

    package init(missingStart: Int = 0, missingStop: Int = 0, outOfOrder: Int = 0, notApplicable: Int = 0) {
        self.missingStart = missingStart
        self.missingStop = missingStop
        self.outOfOrder = outOfOrder
        self.notApplicable = notApplicable
    }

    package var total: Int { missingStart + missingStop + outOfOrder + notApplicable }
}

/// A metric over the incidents of a severity.
package struct MetricFigures: Sendable, Equatable {
    package var metric: Metric
    /// Over the incidents that have both milestones in order; `nil` without any.
    package var spread: Spread?
    package var leftOut: LeftOut

    package init(metric: Metric, spread: Spread?, leftOut: LeftOut) {
        self.metric = metric
        self.spread = spread
        self.leftOut = leftOut
    }
}
