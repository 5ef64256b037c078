/// What the Mann–Whitney test can see with so many times: how often an incident of now would have to take longer than
/// one of before, so that the test finds it, at a level of significance, in eight of ten cases.
///
/// Found by search in steps of one in a hundred. The probability of every order of the two samples follows from the
/// proportional-hazards alternative (E. L. Lehmann, "The Power of Rank Tests", 1953), which names no distribution of
/// the times. Beyond ``exactUpTo`` pairs Noether's approximation stands in (G. E. Noether, "Sample Size Determination
/// for Some Common Nonparametric Tests", 1987).
enum RankPower {
    static let exactUpTo = 400

    /// `nil` where a sample is empty.
    static func visible(now: Int, before: Int, level: Double) -> VisibleChange? {
        guard now > 0, before > 0 else { return nil }
        let (pairs, overflow) = now.multipliedReportingOverflow(by: before)
        guard !overflow, pairs <= exactUpTo else { return approximate(Double(now), Double(before), level) }
        let rejected = (0...pairs).map { MannWhitney.p(u: Double($0), now, before) < level }
        func isSeen(_ percent: Int) -> Bool {
            let chances = distribution(now, before, chance: Double(percent) / 100)
            return zip(rejected, chances).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } >= FisherPower.wanted
        }
        return VisibleChange(
            atMost: first(below: 50, where: isSeen), atLeast: first(above: 50, where: isSeen))
    }

    /// Power grows with the distance from a half: bisection finds the first hundredth.
    private static func first(above middle: Int, where isSeen: (Int) -> Bool) -> Double? {
        guard isSeen(99) else { return nil }
        var (low, high) = (middle, 99)
        while high - low > 1 {
            let half = (low + high) / 2
            if isSeen(half) { high = half } else { low = half }
        }
        return Double(high) / 100
    }

    private static func first(below middle: Int, where isSeen: (Int) -> Bool) -> Double? {
        first(above: middle) { isSeen(100 - $0) }.map { (100 - $0 * 100) / 100 }
    }

    /// The distribution of U, the number of pairs in which now takes longer, where one such pair is as likely as
    /// `chance`. Times fall one after another, the shortest first: whose is next is a race of hazards.
    static func distribution(_ now: Int, _ before: Int, chance: Double) -> [Double] {
        let hazard = (1 - chance) / chance
        let size = now * before + 1
        /// By how many of before are left, for so many of now.
        var rows = [[Double]](repeating: [Double](repeating: 0, count: size), count: before + 1)
        for left in 0...before { rows[left][0] = 1 }
        for mine in 1...now {
            // Nothing of before is left: no pair is won any more.
            var next = rows
            for theirs in 1...before {
                let weight = Double(mine) * hazard
                let share = weight / (weight + Double(theirs))
                for u in 0..<size {
                    // One of before falls next, and all of now that are left take longer.
                    let won = u >= mine ? next[theirs - 1][u - mine] : 0
                    next[theirs][u] = share * rows[theirs][u] + (1 - share) * won
                }
            }
            rows = next
        }
        return rows[before]
    }

    private static func approximate(_ now: Double, _ before: Double, _ level: Double) -> VisibleChange {
        let reach =
            (LibM.normalPoint(above: level / 2) + LibM.normalPoint(above: 1 - FisherPower.wanted))
            / (12 * now * before / (now + before)).squareRoot()
        guard reach < 0.5 else { return VisibleChange(atMost: nil, atLeast: nil) }
        return VisibleChange(atMost: 0.5 - reach, atLeast: 0.5 + reach)
    }
}
