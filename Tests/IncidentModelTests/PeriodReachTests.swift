import IncidentModel
import Testing

struct PeriodReachTests {
    /// The period before begins at 100, the period is [200, 300), it is 400.
    private static let reach = PeriodReach(
        from: Instant(seconds: 100), to: Instant(seconds: 300), asOf: Instant(seconds: 400))

    @Test(
        arguments: [
            (150, 160, true), (99, 100, true), (98, 99, false), (50, nil, true), (299, 350, true), (300, 350, false),
            (300, nil, false), (nil, nil, true), (nil, 99, false), (nil, 100, true), (350, 250, true), (350, 99, false),
            (250, 99, true), (401, nil, true), (401, 402, true), (401, 99, false), (50, 401, true), (50, 300, true),
        ] as [(Int?, Int?, Bool)])
    func `An incident matters that touches one of the periods, or was open at the end`(
        detected: Int?, resolved: Int?, isHeld: Bool
    ) {
        let moments = (detected.map { Instant(seconds: $0) }, resolved.map { Instant(seconds: $0) })
        #expect(Self.reach.holds(detected: moments.0, resolved: moments.1) == isHeld)
    }

    @Test func `A report moment before the period takes its place`() {
        let now = Instant(seconds: 10)
        let reach = PeriodReach(from: Instant(seconds: 100), to: Instant(seconds: 300), asOf: now)
        #expect(reach.start == now)
        #expect(reach.holds(detected: Instant(seconds: 5), resolved: Instant(seconds: 10)))
        #expect(!reach.holds(detected: Instant(seconds: 5), resolved: Instant(seconds: 9)))
    }
}
