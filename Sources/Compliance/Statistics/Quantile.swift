/// Quantiles by linear interpolation between order statistics: type 7 of Hyndman & Fan, as NumPy and `quantile_cont`
/// do it (definitions, "Figures").
package enum Quantile {
    /// Of values in ascending order; `nil` without any. `share` runs from 0 to 1.
    package static func of(sorted values: [Int], at share: Double) -> Double? {
        guard let last = values.indices.last else { return nil }
        let place = Double(last) * min(max(share, 0), 1)
        let below = Int(place.rounded(.down))
        guard below < last else { return Double(values[last]) }
        let rest = place - Double(below)
        return Double(values[below]) + rest * Double(values[below + 1] - values[below])
    }
}
