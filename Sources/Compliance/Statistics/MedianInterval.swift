/// The 95 % interval of a median by order statistics: the narrowest pair of values, equally far from both ends, that
/// covers the median with a probability of 95 % or more, whatever the distribution (the binomial construction; Conover,
/// "Practical Nonparametric Statistics").
package enum MedianInterval {
    /// `nil` for fewer than six values: no pair covers 95 %.
    package static func of(sorted values: [Int]) -> ClosedRange<Double>? {
        guard let rank = rank(count: values.count) else { return nil }
        return Double(values[rank - 1])...Double(values[values.count - rank])
    }

    /// The greatest rank r, from 1, with P(fewer than r of n values lie below the median) ≤ 2.5 %.
    static func rank(count n: Int) -> Int? {
        guard n > 0 else { return nil }
        // Ten standard deviations below the middle, less than 1e-22 of the binomial distribution is left.
        let first = max(0, n / 2 - Int(5 * Double(n).squareRoot()) - 1)
        var term = LibM.exponential(LibM.logChoose(n, first) - Double(n) * LibM.logarithm(2))
        var tail = 0.0
        var k = first
        while k <= n / 2 {
            tail += term
            guard tail <= 0.025 else { break }
            term *= Double(n - k) / Double(k + 1)
            k += 1
        }
        return k >= 1 && k <= n / 2 ? k : nil
    }
}
