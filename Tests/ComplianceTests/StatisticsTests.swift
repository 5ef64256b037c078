import IncidentModel
import Testing

@testable import Compliance

/// Expected values were computed with NumPy 2.4.6 and SciPy 1.17.1: `numpy.quantile`,
/// `scipy.stats.binomtest(…).proportion_ci(method="wilson")`, `fisher_exact`, `mannwhitneyu(method="auto")`,
/// `binomtest` and `binom.cdf`.
struct StatisticsTests {
    static let sample = [94, 187, 187, 745, 12, 3600, 41, 999, 250, 61, 88].sorted()

    static func isNear(_ value: Double?, _ expected: Double, relative: Double = 1e-9) -> Bool {
        guard let value else { return false }
        return abs(value - expected) <= relative * max(abs(expected), 1e-300)
    }

    @Test(arguments: [
        (0, 12.0), (0.1, 41.0), (0.25, 74.5), (0.5, 187.0), (0.9, 999.0), (0.95, 2299.5), (1, 3600.0),
    ])
    func `Quantiles interpolate linearly`(share: Double, expected: Double) {
        #expect(Self.isNear(Quantile.of(sorted: Self.sample, at: share), expected))
    }

    @Test func `Nothing has no quantile, and one value is all of its own`() {
        #expect(Quantile.of(sorted: [], at: 0.5) == nil)
        #expect(Quantile.of(sorted: [7], at: 0.9) == 7)
    }

    @Test(arguments: [
        (3, 4, 0.30064184258240184, 0.9544127391902995), (0, 10, 0.0, 0.27753279986288926),
        (10, 10, 0.7224672001371109, 1.0), (1, 1, 0.20654931437723745, 1.0),
        (50, 80, 0.51548725463143, 0.7230582129846883), (999, 1000, 0.9943574414020421, 0.9998234536293739),
    ])
    func `Shares have Wilson's interval`(hits: Int, trials: Int, low: Double, high: Double) throws {
        let share = try #require(Wilson.proportion(hits: hits, trials: trials))
        #expect(abs(share.interval.lowerBound - low) < 1e-12)
        #expect(abs(share.interval.upperBound - high) < 1e-12)
        #expect(share.value == Double(hits) / Double(trials))
    }

    @Test func `No trials have no share`() {
        #expect(Wilson.proportion(hits: 0, trials: 0) == nil)
    }

    @Test(arguments: [
        (3, 4, 1, 4, 0.48571428571428565), (8, 10, 1, 6, 0.034965034965034975), (10, 20, 10, 20, 1.0),
        (0, 5, 5, 5, 0.007936507936507938), (120, 150, 90, 150, 0.0002364183718344847), (3, 3, 2, 2, 1.0),
        (900, 1000, 850, 1000, 0.0008950875386906894), (7, 100, 20, 100, 0.011907621975648862),
    ])
    func `Fisher's test compares two shares`(hits: Int, trials: Int, other: Int, otherTrials: Int, p: Double) {
        #expect(Self.isNear(FisherExact.p(hits: hits, of: trials, against: other, of: otherTrials), p))
        #expect(Self.isNear(FisherExact.p(hits: other, of: otherTrials, against: hits, of: trials), p))
    }

    @Test func `Fisher's test has nothing to work on without trials`() {
        #expect(FisherExact.p(hits: 0, of: 0, against: 3, of: 4) == nil)
    }

    @Test(
        arguments: [
            ([1, 2, 3, 4], [5, 6, 7, 8], 0.02857142857142857), ([10, 30, 50], [20, 40, 60, 80, 100], 0.25),
            ([1, 2, 2, 3], [2, 3, 4, 5], 0.1366582477381475), ([5, 5, 5], [5, 5], 1), ([7], [9], 1),
            (Array(1...20).map { $0 * 10 }, Array(1...20).map { $0 * 10 + 35 }, 0.08585487995041037),
            ((0..<9).map { 60 * $0 + 7 }, (0..<12).map { 75 * $0 + 11 }, 0.1265278162606013),
            ((1...8).map { 100 * $0 }, (0..<60).map { 13 * $0 + 5 }, 0.4931831310021263),
            ([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5], 0.7090244847321532),
            ((1...8).map { 104 * $0 }, (0..<60).map { 13 * $0 + 5 }, 0.41478132770779097),
            ([3, 9, 27, 81, 243, 729, 2187, 6561], (1..<8).map { 5 * $0 }, 0.151981351981352),
        ] as [([Int], [Int], Double)])
    func `Mann and Whitney's test compares two samples`(left: [Int], right: [Int], p: Double) {
        #expect(Self.isNear(MannWhitney.p(sorted: left.sorted(), right.sorted()), p))
        #expect(Self.isNear(MannWhitney.p(sorted: right.sorted(), left.sorted()), p))
    }

    @Test func `Mann and Whitney's test has nothing to work on without values`() {
        #expect(MannWhitney.p(sorted: [], [1]) == nil)
    }

    @Test(arguments: [
        (5, 1, 10, 1, 0.30175781249999994), (0, 1, 5, 1, 0.0625), (12, 168, 9, 167, 0.6636537819866508),
        (30, 7, 60, 28, 0.003331546538968168), (1, 1, 1, 1, 1.0), (100, 1, 140, 1, 0.01166409231767769),
        (4, 2, 0, 1, 0.308641975308642),
    ])
    func `Poisson counts are compared by their exposures`(
        count: Int, exposure: Double, other: Int, otherExposure: Double, p: Double
    ) {
        let found = ExactPoisson.p(count: count, exposure: exposure, against: other, exposure: otherExposure)
        #expect(Self.isNear(found, p))
    }

    @Test func `Two counts of nothing tell nothing`() {
        #expect(ExactPoisson.p(count: 0, against: 0) == nil)
    }

    @Test(
        arguments: [
            (0, nil), (1, nil), (5, nil), (6, 1), (8, 1), (9, 2), (10, 2), (20, 6), (25, 8), (50, 18), (100, 40),
            (1000, 469), (10_000, 4902),
        ] as [(Int, Int?)])
    func `The median's interval takes the innermost ranks that cover 95 %`(count: Int, rank: Int?) {
        #expect(MedianInterval.rank(count: count) == rank)
    }

    @Test func `A spread has what its count allows`() throws {
        let rule = Policy.StatisticsRule(p90From: 10, p95From: 59, medianIntervalFrom: 6, significance: 0.05)
        let spread = try #require(Spread(sorted: Self.sample, rule: rule))
        #expect(spread.count == 11)
        #expect(Self.isNear(spread.mean, 569.4545454545455))
        #expect(spread.median == 187)
        #expect(spread.p90 == 999)
        #expect(spread.p95 == nil)
        #expect(spread.medianInterval == 41.0...999.0)
        #expect((spread.minimum, spread.maximum) == (12, 3600))
        #expect(Spread(sorted: Array(Self.sample.prefix(9)), rule: rule)?.p90 == nil)
        #expect(Spread(sorted: Array(Self.sample.prefix(10)), rule: rule)?.p90 != nil)
        #expect(Spread(sorted: Array(Self.sample.prefix(5)), rule: rule)?.medianInterval == nil)
        #expect(Spread(sorted: Array(Self.sample.prefix(6)), rule: rule)?.medianInterval == 12.0...187.0)
        #expect(Spread(sorted: Array(1...58), rule: rule)?.p95 == nil)
        #expect(Self.isNear(Spread(sorted: Array(1...59), rule: rule)?.p95, 56.1))
        #expect(Spread(sorted: [], rule: rule) == nil)
    }
}
