extension Spread {
    /// Of durations in whole seconds, in ascending order; `nil` without any. A figure that the rule calls dishonest for
    /// so few is `nil` (definitions, "Figures").
    package init?(sorted seconds: [Int], rule: Policy.StatisticsRule) {
        guard let minimum = seconds.first, let maximum = seconds.last,
            let median = Quantile.of(sorted: seconds, at: 0.5)
        else { return nil }
        // The sum of whole numbers does not depend on their order.
        var sum = 0.0
        var exact = 0
        for value in seconds {
            let (next, overflow) = exact.addingReportingOverflow(value)
            if overflow {
                sum += Double(exact)
                exact = value
            } else {
                exact = next
            }
        }
        let count = seconds.count
        self.init(
            count: count, mean: (sum + Double(exact)) / Double(count), median: median,
            medianInterval: count >= rule.medianIntervalFrom ? MedianInterval.of(sorted: seconds) : nil,
            p90: count >= rule.p90From ? Quantile.of(sorted: seconds, at: 0.9) : nil,
            p95: count >= rule.p95From ? Quantile.of(sorted: seconds, at: 0.95) : nil,
            minimum: minimum, maximum: maximum)
    }
}
