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
