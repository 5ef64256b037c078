/// Fisher's exact test of a table of two by two, two-sided: the probability of all tables with the same margins that
/// are no likelier than the one observed. Equally likely up to a relative 1e-7, as R's `fisher.test` has it.
package enum FisherExact {
    static let tolerance = 1 + 1e-7

    /// Hits and misses now and before; `nil` where a row is empty.
    package static func p(hits: Int, of trials: Int, against otherHits: Int, of otherTrials: Int) -> Double? {
        guard trials > 0, otherTrials > 0, (0...trials).contains(hits), (0...otherTrials).contains(otherHits) else {
            return nil
        }
        let total = hits + otherHits
        let low = max(0, total - otherTrials)
        let high = min(total, trials)
        let base = LibM.logChoose(trials + otherTrials, total)
        func probability(_ k: Int) -> Double {
            LibM.exponential(LibM.logChoose(trials, k) + LibM.logChoose(otherTrials, total - k) - base)
        }
        let observed = probability(hits) * tolerance
        var p = 0.0
        for k in low...high {
            let probability = probability(k)
            if probability <= observed { p += probability }
        }
        return min(1, p)
    }
}
