/// The Mann–Whitney U test of two samples, two-sided: exact where one of them has at most eight values and no value
/// occurs twice, else by the normal approximation with corrections for ties and continuity (as SciPy's
/// `mannwhitneyu(method="auto")` does it).
package enum MannWhitney {
    static let exactUpTo = 8

    /// Both in ascending order; `nil` where one is empty.
    package static func p(sorted left: [Int], _ right: [Int]) -> Double? {
        guard !left.isEmpty, !right.isEmpty else { return nil }
        let (u, ties) = statistic(left, right)
        return p(u: u, ties: ties, left.count, right.count)
    }

    /// Of the statistic alone, for samples of these sizes.
    static func p(u: Double, ties: Double = 0, _ left: Int, _ right: Int) -> Double {
        let pairs = Double(left) * Double(right)
        let greater = max(u, pairs - u)
        if ties == 0, min(left, right) <= exactUpTo {
            return min(1, 2 * exactTail(from: Int(greater), left, right))
        }
        let n = Double(left + right)
        let variance = pairs / 12 * (n + 1 - ties / (n * (n - 1)))
        guard variance > 0 else { return 1 }
        return min(1, 2 * LibM.normalTail(above: (greater - pairs / 2 - 0.5) / variance.squareRoot()))
    }

    /// U of the left sample, and the sum of t³ − t over values that occur t times in both together.
    private static func statistic(_ left: [Int], _ right: [Int]) -> (u: Double, ties: Double) {
        var i = 0
        var j = 0
        var u = 0.0
        var ties = 0.0
        while i < left.count || j < right.count {
            let value = i == left.count ? right[j] : j == right.count ? left[i] : min(left[i], right[j])
            let lesser = j
            var mine = 0
            while i < left.count, left[i] == value { (i, mine) = (i + 1, mine + 1) }
            while j < right.count, right[j] == value { j += 1 }
            u += Double(mine) * (Double(lesser) + Double(j - lesser) / 2)
            let t = Double(mine + j - lesser)
            ties += t * t * t - t
        }
        return (u, ties)
    }

    /// P(U ≥ u) without ties: counts of arrangements by U are the coefficients of a Gaussian binomial.
    private static func exactTail(from u: Int, _ left: Int, _ right: Int) -> Double {
        let few = min(left, right)
        let many = max(left, right)
        // By symmetry the upper tail from u is the lower tail up to pairs − u, which is at most the middle.
        let last = few * many - u
        var counts = [Double](repeating: 0, count: last + 1)
        counts[0] = 1
        var all = 1.0
        for i in 1...few {
            let factor = many + i
            all *= Double(factor) / Double(i)
            // Divided by (1 − xⁱ) …
            for k in stride(from: i, through: last, by: 1) { counts[k] += counts[k - i] }
            // … and multiplied by (1 − xᵐ⁺ⁱ).
            for k in stride(from: last, through: factor, by: -1) { counts[k] -= counts[k - factor] }
        }
        return counts.reduce(0, +) / all
    }
}
