/// What the exact Poisson test can see: the smallest change of a number of incidents that it finds, at a level of
/// significance, in eight of ten cases.
///
/// Found by search in steps of one incident, over the probabilities of both counts; beyond ``exactUpTo`` incidents the
/// square-root approximation stands in (the root of a Poisson count varies by ¼).
enum PoissonPower {
    static let exactUpTo = 100

    /// If the number before is truly what was counted; `nil` where an exposure is not positive.
    static func visible(
        before count: Int, exposure otherExposure: Double = 1, now exposure: Double = 1, level: Double
    ) -> VisibleChange? {
        guard count >= 0, exposure > 0, otherExposure > 0 else { return nil }
        let ratio = exposure / otherExposure
        let expected = Double(count) * ratio
        guard count <= exactUpTo, expected <= Double(exactUpTo) * 4 else {
            return approximate(Double(count), exposure, otherExposure, level)
        }
        let regions = regions(around: count, ratio, level)
        let most = regions.reduce(0) { most, region in max(most, region.high, region.holes.last ?? 0) }
        func isSeen(_ mean: Double) -> Bool {
            let chances = Poisson.Chances(upTo: most, mean: mean)
            return regions.reduce(0) { power, region in
                let told = chances.sum(upTo: region.low) + 1 - chances.sum(upTo: region.high - 1)
                let missed = region.holes.reduce(0) { $0 + chances.each[$1] }
                return power + region.weight * (told - missed)
            } >= FisherPower.wanted
        }
        var less = expected.rounded(.up) - 1
        while less >= 0, !isSeen(less) { less -= 1 }
        var more = expected.rounded(.down) + 1
        let end = expected + 20 * expected.squareRoot() + 60 * max(1, ratio)
        while more <= end, !isSeen(more) { more += 1 }
        return VisibleChange(atMost: less >= 0 ? less : nil, atLeast: more <= end ? more : nil)
    }

    /// For a count before: its probability, and which counts now the test tells from it (up to `low`, from `high` on).
    private struct Region {
        var weight: Double
        var low: Int
        var high: Int
        /// Counts beyond those ends that it does not tell: a two-sided test of whole numbers may step back.
        var holes: [Int]
    }

    /// Beyond the first count that is told, so many are looked at for holes.
    private static let window = 16

    private static func regions(around count: Int, _ ratio: Double, _ level: Double) -> [Region] {
        let mean = Double(count)
        let reach = Int(7 * mean.squareRoot()) + 3
        return (max(0, count - reach)...(count + reach)).compactMap { before in
            let weight = Poisson.probability(before, mean: mean)
            guard weight > 1e-9 else { return nil }
            func isTold(_ now: Int) -> Bool {
                ExactPoisson.p(count: now, exposure: ratio, against: before).map { $0 < level } ?? false
            }
            let middle = Int(Double(before) * ratio)
            var low = middle
            while low >= 0, !isTold(low) { low -= 1 }
            var high = middle + 1
            let end = middle + 20 * Int(Double(middle).squareRoot() + 1) + Int(40 * max(1, ratio))
            while high < end, !isTold(high) { high += 1 }
            let near = (max(0, low - window)..<max(0, low + 1)).filter { !isTold($0) }
            let far = (high..<high + window).filter { !isTold($0) }
            return Region(weight: weight, low: low, high: high, holes: near + far)
        }
    }

    private static func approximate(
        _ count: Double, _ exposure: Double, _ otherExposure: Double, _ level: Double
    ) -> VisibleChange {
        let reach =
            (LibM.normalPoint(above: level / 2) + LibM.normalPoint(above: 1 - FisherPower.wanted)) / 2
            * (1 / exposure + 1 / otherExposure).squareRoot()
        let root = (count / otherExposure).squareRoot()
        func mean(_ root: Double) -> Double { root * root * exposure }
        return VisibleChange(atMost: root >= reach ? mean(root - reach) : nil, atLeast: mean(root + reach))
    }
}

/// The Poisson distribution.
enum Poisson {
    static func probability(_ count: Int, mean: Double) -> Double {
        guard mean > 0 else { return count == 0 ? 1 : 0 }
        return LibM.exponential(Double(count) * LibM.logarithm(mean) - mean - LibM.logFactorial(count))
    }

    /// The probabilities of all counts up to one, and their sums.
    struct Chances {
        let each: [Double]
        private var sums: [Double] = []

        init(upTo most: Int, mean: Double) {
            each = (0...max(0, most)).map { probability($0, mean: mean) }
            sums.reserveCapacity(each.count)
            var sum = 0.0
            for chance in each {
                sum += chance
                sums.append(sum)
            }
        }

        /// The probability of `count` or less; `count` is among those that were asked for.
        func sum(upTo count: Int) -> Double { count < 0 ? 0 : min(1, sums[count]) }
    }
}
