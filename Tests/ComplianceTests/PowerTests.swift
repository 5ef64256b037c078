import IncidentModel
import Testing

@testable import Compliance

/// What tests can see. Expected values were computed in Python 3.11 with SciPy 1.17.1, by adding up the probabilities of
/// all outcomes whose p from SciPy's own test is below 0.05: `fisher_exact` over every pair with `binom.pmf`;
/// `binomtest` with `poisson.pmf`; `mannwhitneyu(method="auto")` with the probability of every order of two samples
/// multiplied out hazard by hazard. Approximations: their formulas, with `norm.ppf`.
struct PowerTests {
    struct Share: Sendable {
        var trials: Int
        var before: Int
        var share: Double
        var atMost: Double?
        var atLeast: Double?
    }

    @Test(arguments: [
        Share(trials: 20, before: 20, share: 0.9, atMost: 0.47),
        Share(trials: 4, before: 5, share: 0.8), Share(trials: 3, before: 3, share: 1),
        Share(trials: 40, before: 30, share: 0.5, atMost: 0.17, atLeast: 0.83),
        Share(trials: 10, before: 12, share: 0, atLeast: 0.49),
        Share(trials: 8, before: 60, share: 0.25, atLeast: 0.76),
        Share(trials: 100, before: 100, share: 0.95, atMost: 0.81),
        Share(trials: 1000, before: 1000, share: 0.9, atMost: 0.8593756050044034, atLeast: 0.9343535008996928),
        Share(trials: 500, before: 200, share: 0.5, atMost: 0.38387152928500423, atLeast: 0.616128470714996),
    ])
    func `Fisher's test sees a share from so far on`(row: Share) throws {
        let visible = try #require(
            FisherPower.visible(trials: row.trials, before: row.before, share: row.share, level: 0.05))
        #expect(Self.isNear(visible.atMost, row.atMost) && Self.isNear(visible.atLeast, row.atLeast), "\(visible)")
    }

    struct Count: Sendable {
        var before: Int
        var exposure = 1.0
        var now = 1.0
        var atMost: Double?
        var atLeast: Double?
    }

    @Test(arguments: [
        Count(before: 0, atLeast: 8), Count(before: 1, atLeast: 11), Count(before: 5, atLeast: 20),
        Count(before: 12, atMost: 1, atLeast: 31), Count(before: 40, atMost: 18, atLeast: 71),
        Count(before: 6, exposure: 31, now: 28, atLeast: 19),
        Count(before: 3, exposure: 7, now: 30, atMost: 0, atLeast: 51),
        Count(before: 400, atMost: 324.6836436351876, atLeast: 483.16523609916146),
        Count(before: 900, exposure: 7, now: 30, atMost: 3467.488294630311, atLeast: 4267.540887524754),
    ])
    func `the Poisson test sees a count from so far on`(row: Count) throws {
        let visible = try #require(
            PoissonPower.visible(before: row.before, exposure: row.exposure, now: row.now, level: 0.05))
        #expect(Self.isNear(visible.atMost, row.atMost) && Self.isNear(visible.atLeast, row.atLeast), "\(visible)")
    }

    @Test(
        arguments: [
            (3, 3, nil, nil), (4, 4, 0.02, 0.98), (5, 6, 0.05, 0.95), (6, 3, 0.04, 0.97), (8, 9, 0.13, 0.87),
            (50, 60, 0.34513655022188786, 0.6548634497781121),
        ] as [(Int, Int, Double?, Double?)])
    func `the rank test sees times that are longer so often`(
        now: Int, before: Int, atMost: Double?, atLeast: Double?
    ) throws {
        let visible = try #require(RankPower.visible(now: now, before: before, level: 0.05))
        #expect(Self.isNear(visible.atMost, atMost) && Self.isNear(visible.atLeast, atLeast), "\(visible)")
        #expect(visible.isPossible == (atMost != nil))
    }

    @Test func `the distribution of U under an alternative is that of all orders`() {
        let wanted = [0.02777778, 0.03431373, 0.08921569, 0.16973856, 0.20989442, 0.17589744, 0.29316239]
        let found = RankPower.distribution(2, 3, chance: 0.7)
        #expect(zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-8 } && found.count == wanted.count)
    }

    @Test func `without a sample nothing can be seen`() {
        #expect(FisherPower.visible(trials: 0, before: 3, share: 1, level: 0.05) == nil)
        #expect(RankPower.visible(now: 3, before: 0, level: 0.05) == nil)
        #expect(PoissonPower.visible(before: 3, exposure: 0, level: 0.05) == nil)
    }

    @Test(arguments: [(0.025, 1.959963984540054), (0.2, 0.8416212335729143), (0.5, 0)])
    func `points of the normal distribution`(share: Double, wanted: Double) {
        #expect(abs(LibM.normalPoint(above: share) - wanted) < 1e-9)
    }

    private static func isNear(_ value: Double?, _ wanted: Double?) -> Bool {
        guard let value, let wanted else { return value == nil && wanted == nil }
        return abs(value - wanted) <= 1e-6 * max(1, abs(wanted))
    }
}
