import Compliance
import Diagnostics
import IncidentModel
import Testing

/// What must hold over any input, tried on incidents thrown together by a fixed sequence of numbers.
struct ProofTests {
    private struct Dice {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    private static func incident(_ number: Int) -> Incident {
        var dice = Dice(state: UInt64(number))
        let severity = [Severity.sev1, .sev2, .sev3, .sev4, nil][dice.below(5)]
        let status = ["closed", "open", "on hold", nil][dice.below(4)]
        var incident = Incident.example("INC-\(number)", severity, status: status, asks: dice.below(2) == 0, [:])
        for milestone in Milestone.allCases where dice.below(3) > 0 {
            incident = incident.marked(milestone, dice.below(200_000) - 1000)
        }
        for _ in 0..<dice.below(6) {
            incident = incident.told(
                dice.below(5) == 0 ? nil : dice.below(200_000),
                ["status_page", "email", "slack", "phone"][dice.below(4)],
                to: ["status_page", "customers", "internal", "strategic_accounts", "A", nil][dice.below(6)],
                next: dice.below(2) == 0 ? dice.below(200_000) : nil,
                recipients: dice.below(3) == 0 ? dice.below(4) : nil, isLatestOnly: dice.below(2) == 0)
        }
        if dice.below(3) == 0 { incident = incident.logged() }
        for actor in ["Support", "Datadog", nil] where dice.below(2) == 0 {
            incident = incident.acted(dice.below(100_000), by: actor)
        }
        if dice.below(2) == 0 {
            incident = incident.with(
                accounts: [("A", true), ("B", false)], strategic: dice.below(3), customers: dice.below(4))
        }
        return incident.stood("on hold", from: dice.below(9000)).stood("open", from: dice.below(90_000))
    }

    @Test func `Nothing is judged met or breached without both ends on record, in order`() throws {
        let text = StandardPolicy.text.replacing(
            "    to: resolved\n", with: "    to: resolved\n    pauses: [hold]\n"
        ).replacing("pauses: {}", with: "pauses:\n  hold: {\"*\": [on hold]}")
        let policy = try StandardPolicy.read(text)
        let asOf = Instant.monday(150_000)
        let assessor = Assessor(policy: policy, asOf: asOf)
        var judged: [Verdict.Kind: Int] = [:]
        for number in 0..<3000 {
            let incident = SharedIncident(Self.incident(number))
            for clock in assessor.assess(incident).verdicts {
                let parts = assessor.evidence(of: clock.clock, in: incident)
                judged[clock.verdict.kind, default: 0] += 1
                #expect(parts.contains { $0.verdict == clock.verdict }, "\(clock)")
                if !clock.parts.isEmpty { #expect(clock.parts == parts) }
                for part in parts {
                    switch part.verdict {
                    case .met(let elapsed):
                        let (start, stop) = (try #require(part.start), try #require(part.stop))
                        #expect(start <= stop && stop <= asOf && elapsed <= part.limit ?? .zero)
                        #expect(part.origin != nil)
                    case .breached(let elapsed, let by):
                        let (start, stop) = (try #require(part.start), try #require(part.stop))
                        #expect(start <= stop && stop <= asOf && elapsed - by == part.limit && by > .zero)
                        #expect(part.origin != nil)
                    case .open(let due): #expect(part.start != nil && due >= asOf)
                    case .overdue(let due, _): #expect(part.start != nil && due < asOf)
                    case .notApplicable, .unproven: break
                    }
                }
            }
        }
        #expect(Verdict.Kind.allCases.allSatisfy { judged[$0, default: 0] > 100 }, "\(judged)")
    }
}
