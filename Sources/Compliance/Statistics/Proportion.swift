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
