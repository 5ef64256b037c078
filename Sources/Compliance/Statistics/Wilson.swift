/// Wilson's score interval for a share: honest for few trials, and within 0 and 1 (definitions, "Figures": 95 %).
package enum Wilson {
    /// The 97.5 % point of the standard normal distribution.
    static let z = 1.959963984540054

    /// `nil` without trials.
    package static func proportion(hits: Int, trials: Int) -> Proportion? {
        guard trials > 0, (0...trials).contains(hits) else { return nil }
        let n = Double(trials)
        let share = Double(hits) / n
        let z2 = z * z
        let center = (share + z2 / (2 * n)) / (1 + z2 / n)
        let half = z / (1 + z2 / n) * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
        // At the ends the formula is exact on paper only.
        let low = hits == 0 ? 0 : max(0, center - half)
        let high = hits == trials ? 1 : min(1, center + half)
        return Proportion(hits: hits, trials: trials, value: share, interval: low...high)
    }
}
