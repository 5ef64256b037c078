import Compliance
import Diagnostics
import IncidentModel
import Testing

/// Updates and the times that they promise for the next one.
struct CadenceTests {
    private static let over = Incident.example([.detected: 0, .triaged: 60, .resolved: 3600])
    private static let running = Incident.example([.detected: 0])

    static let updates = [
        ClockCase(
            "updates", "each on the limit, the last to the resolution",
            over.told(900).told(1800).told(2700), .met(900)),
        ClockCase("updates", "a second over", over.told(900).told(1801).told(2700), .breached(901, by: 1)),
        ClockCase(
            "updates", "the last one too long before the resolution", over.told(900).told(1800).told(2699),
            .breached(901, by: 1)),
        ClockCase(
            "updates", "a resolution message ends it, later ones do not count", over.told(3000).told(3600).told(9000),
            .met(600)),
        ClockCase("updates", "the worst is shown", over.told(0).told(2000), .breached(2000, by: 1100)),
        ClockCase(
            "updates", "one instant is one update", over.told(2800).told(2800, "email", to: "customers"), .met(800)),
        ClockCase(
            "updates", "internal messages are none", over.told(900).told(1500, "slack", to: "internal"),
            .breached(2700, by: 1800)),
        ClockCase("updates", "none while it ran", over.told(4000), .unproven(.missing(.message("update")))),
        ClockCase("updates", "nothing is known", over, .unproven(.missing(.message("update")))),
        ClockCase(
            "updates", "only the latest is kept", over.told(3000, isLatestOnly: true),
            .unproven(.onlyLatest(.message("update")))),
        ClockCase("updates", "running, and the next is late", running.told(900).told(1800), .overdue(2700, by: 83_700)),
        ClockCase(
            "updates", "running, and the next is not due", running.told(86_000).told(85_800), .open(86_900)),
        ClockCase(
            "updates", "over by its word, nobody knows when",
            Incident.example(status: "closed", [.detected: 0]).told(900), .unproven(.missing(.resolved))),
        ClockCase(
            "updates", "resolved before it was detected",
            Incident.example([.detected: 100, .resolved: 50]).told(60),
            .unproven(.outOfOrder(start: .detected, stop: .resolved))),
        ClockCase(
            "updates", "as needed", Incident.example("INC-1", .sev4, [.detected: 0]).told(5),
            .notApplicable(.noLimit(.sev4))),
    ]

    static let promises = [
        ClockCase("promised-update", "on the second", over.told(900, next: 1800).told(1800), .met(900)),
        ClockCase("promised-update", "a second late", over.told(900, next: 1800).told(1801), .breached(901, by: 1)),
        ClockCase(
            "promised-update", "any message outside keeps it",
            over.told(900, next: 1800).told(1700, "email", to: "customers"), .met(800)),
        ClockCase(
            "promised-update", "an internal one does not",
            over.told(900, next: 1800).told(1700, "slack", to: "internal").told(2000), .breached(1100, by: 200)),
        ClockCase(
            "promised-update", "the one that came closest to its time is shown",
            over.told(0, next: 900).told(10, next: 20).told(19), .met(9)),
        ClockCase(
            "promised-update", "no message after it, and it is over", over.told(900, next: 1800),
            .unproven(.missing(.promisedMessage("update")))),
        ClockCase(
            "promised-update", "no message after it, and it runs", running.told(900, next: 1800),
            .overdue(1800, by: 84_600)),
        ClockCase(
            "promised-update", "not due yet", running.told(86_000, next: 86_400), .open(86_400)),
        ClockCase(
            "promised-update", "nothing was promised", over.told(900), .notApplicable(.nothingPromised)),
        ClockCase(
            "promised-update", "only the latest is kept, and promises nothing", over.told(900, isLatestOnly: true),
            .unproven(.onlyLatest(.message("update")))),
        ClockCase(
            "promised-update", "only the latest is kept, and it promises",
            running.told(900, next: 1800, isLatestOnly: true), .overdue(1800, by: 84_600)),
        ClockCase("promised-update", "nothing is known", over, .unproven(.missing(.message("update")))),
        ClockCase(
            "promised-update", "a time before the promise",
            over.told(900, next: 800).told(1000),
            .unproven(.outOfOrder(start: .message("update"), stop: .promisedMessage("update")))),
        ClockCase(
            "promised-update", "every severity",
            Incident.example("INC-1", .sev4, [.detected: 0, .resolved: 3600]).told(900, next: 1800).told(1801),
            .breached(901, by: 1)),
    ]

    @Test(arguments: updates + promises)
    func `Gaps and promises are judged between messages on record`(row: ClockCase) throws {
        let assessed = Assessor(policy: try StandardPolicy.read(), asOf: .monday(ClockCase.asOf)).assess(row.incident)
        #expect(assessed.verdict(of: row.clock) == row.verdict)
    }

    @Test func `Each gap is an instance, from one update to the next`() throws {
        let incident = Self.over.told(1801).told(900)
        let assessed = Assessor(policy: try StandardPolicy.read(), asOf: .monday(4000)).assess(incident)
        let updates = try #require(assessed.verdicts.first { $0.clock == "updates" })
        #expect(updates.parts.map(\.label) == ["update 2", "resolved"])
        #expect(updates.parts.map(\.start) == [.monday(900), .monday(1801)])
        #expect(updates.parts.map(\.stop) == [.monday(1801), .monday(3600)])
        #expect(updates.parts.map(\.verdict) == [.breached(901, by: 1), .breached(1799, by: 899)])
        #expect(updates.verdict == .breached(1799, by: 899))
    }

    @Test func `A promised time's limit is its own`() throws {
        let incident = Self.over.told(900, next: 1800).told(1801, next: 3000).told(2000)
        let assessed = Assessor(policy: try StandardPolicy.read(), asOf: .monday(4000)).assess(incident)
        let promised = try #require(assessed.verdicts.first { $0.clock == "promised-update" })
        #expect(promised.limit == .seconds(900))
        #expect(promised.parts.map(\.limit) == [.seconds(900), .seconds(1199)])
    }

    @Test func `A raised severity asks for its own cadence from the first update on`() throws {
        let told = Self.over.told(0).told(1800).told(3600)
        var raised = told
        raised.severity = Sourced(.sev1, .test)
        var lowered = told
        lowered.severity = Sourced(.sev2, .test)
        let assessor = Assessor(policy: try StandardPolicy.read(), asOf: .monday(4000))
        #expect(assessor.assess(raised).verdict(of: "updates") == .breached(1800, by: 900))
        #expect(assessor.assess(lowered).verdict(of: "updates") == .met(1800))
    }

    @Test func `A long log takes no long time`() throws {
        var incident = Self.over
        for second in 0..<20_000 {
            incident.communications.append(
                Communication(
                    instant: .monday(second % 3600), channel: "status_page", audience: "a\(second)",
                    nextUpdate: .monday(second % 3600 + 60), origin: .test))
        }
        incident.accounts = (0..<20_000).map { number in
            var account = Account(id: "a\(number)", origin: .test)
            account.isStrategic = true
            return account
        }
        let assessed = Assessor(policy: try StandardPolicy.read(), asOf: .monday(4000)).assess(incident)
        #expect(assessed.verdict(of: "updates") == .met(1))
    }
}
