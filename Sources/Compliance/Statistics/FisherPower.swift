/// What Fisher's exact test can see with so many trials: the smallest change of a share that it finds, at a level of
/// significance, in eight of ten cases (80 %, the convention since J. Cohen, "Statistical Power Analysis", 1988).
///
/// Found by search in steps of one percentage point: for each share the probability of every pair of outcomes is added
/// up whose test falls below the level. Beyond ``exactUpTo`` pairs the arcsine approximation stands in (Cohen's h).
enum FisherPower {
    static let wanted = 0.8
    static let exactUpTo = 10_000

    /// If the share before is truly `share`; `nil` where a sample is empty.
    static func visible(trials: Int, before: Int, share: Double, level: Double) -> VisibleChange? {
        guard trials > 0, before > 0, (0...1).contains(share) else { return nil }
        let (cells, overflow) = trials.multipliedReportingOverflow(by: before)
        guard !overflow, cells <= exactUpTo else { return approximate(trials, before, share, level) }
        let rejected = rejections(trials, before, level)
        let weights = (0...before).map { Binomial.probability($0, of: before, share: share) }
        /// The probability of a rejection, by the hits now.
        let chances = rejected.map { row in zip(row, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } }
        func isSeen(_ now: Double) -> Bool {
            var power = 0.0
            for hits in 0...trials { power += Binomial.probability(hits, of: trials, share: now) * chances[hits] }
            return power >= wanted
        }
        return VisibleChange(
            atMost: steps(from: share, toward: 0).first(where: isSeen),
            atLeast: steps(from: share, toward: 1).first(where: isSeen))
    }

    /// Whole percentage points away from a share, and the end.
    private static func steps(from share: Double, toward end: Double) -> [Double] {
        let sign = end > share ? 1.0 : -1.0
        let inner = (1...100).map { share + sign * Double($0) / 100 }.filter { sign * (end - $0) > 1e-9 }
        return end == share ? [] : inner + [end]
    }

    /// Whether the test falls below the level, by hits now and hits before. All tables of one sum of hits share their
    /// hypergeometric distribution.
    private static func rejections(_ trials: Int, _ before: Int, _ level: Double) -> [[Bool]] {
        var rejected = [[Bool]](repeating: [Bool](repeating: false, count: before + 1), count: trials + 1)
        for total in 0...(trials + before) {
            let range = max(0, total - before)...min(total, trials)
            let base = LibM.logChoose(trials + before, total)
            let table = range.map { hits in
                LibM.exponential(LibM.logChoose(trials, hits) + LibM.logChoose(before, total - hits) - base)
            }
            let rising = table.sorted()
            var sums = [0.0]
            for probability in rising { sums.append((sums.last ?? 0) + probability) }
            for (place, hits) in range.enumerated() {
                let bound = table[place] * FisherExact.tolerance
                var low = 0
                var high = rising.count
                while low < high {
                    let middle = (low + high) / 2
                    if rising[middle] <= bound { low = middle + 1 } else { high = middle }
                }
                rejected[hits][total - hits] = sums[low] < level
            }
        }
        return rejected
    }

    private static func approximate(
        _ trials: Int, _ before: Int, _ share: Double, _ level: Double
    ) -> VisibleChange {
        let reach =
            (LibM.normalPoint(above: level / 2) + LibM.normalPoint(above: 1 - wanted))
            * (1 / Double(trials) + 1 / Double(before)).squareRoot()
        let angle = 2 * LibM.arcsine(share.squareRoot())
        func part(at angle: Double) -> Double {
            let sine = LibM.sine(angle / 2)
            return sine * sine
        }
        return VisibleChange(
            atMost: angle - reach >= 0 ? part(at: angle - reach) : nil,
            atLeast: angle + reach <= Double.pi ? part(at: angle + reach) : nil)
    }
}

/// The smallest change of a figure that a test would find in eight of ten cases. Where both are `nil`, these counts are
/// too small to show any change at all.
package struct VisibleChange: Sendable, Equatable {
    /// What the figure would have to be now, or less: a share, a number of incidents, or the chance that an incident of
    /// now took longer than one of before.
    package var atMost: Double?
    /// Or more.
    package var atLeast: Double?

    package var isPossible: Bool { atMost != nil || atLeast != nil }

    package init(atMost: Double?, atLeast: Double?) {
        self.atMost = atMost
        self.atLeast = atLeast
    }
}

/// The binomial distribution.
enum Binomial {
    static func probability(_ hits: Int, of trials: Int, share: Double) -> Double {
        if share <= 0 { return hits == 0 ? 1 : 0 }
        if share >= 1 { return hits == trials ? 1 : 0 }
        return LibM.exponential(
            LibM.logChoose(trials, hits) + Double(hits) * LibM.logarithm(share)
                + Double(trials - hits) * LibM.logarithm(1 - share))
    }
}
