/// The exact test of two counts that are Poisson distributed, two-sided: given their sum, the first is binomial with
/// the share of its exposure (R's `poisson.test`, which is its `binom.test`).
package enum ExactPoisson {
    /// `nil` where nothing was counted, or an exposure is not positive.
    package static func p(
        count: Int, exposure: Double = 1, against other: Int, exposure otherExposure: Double = 1
    ) -> Double? {
        guard count >= 0, other >= 0, count + other > 0, exposure > 0, otherExposure > 0 else { return nil }
        let n = count + other
        let share = exposure / (exposure + otherExposure)
        guard share > 0, share < 1 else { return nil }
        let hit = LibM.logarithm(share)
        let miss = LibM.logarithm(1 - share)
        func probability(_ k: Int) -> Double {
            LibM.exponential(LibM.logChoose(n, k) + Double(k) * hit + Double(n - k) * miss)
        }
        let observed = probability(count) * FisherExact.tolerance
        var p = 0.0
        for k in 0...n {
            let probability = probability(k)
            if probability <= observed { p += probability }
        }
        return min(1, p)
    }
}
