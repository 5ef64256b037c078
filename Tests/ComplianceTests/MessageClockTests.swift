import Compliance
import Diagnostics
import IncidentModel
import Testing

/// Clocks that look for a message or for somebody who acts: at the limit, beyond it, and with every kind of silence.
struct MessageClockTests {
    private static let running = Incident.example([.detected: 0])
    private static let over = Incident.example([.detected: 0, .triaged: 60, .resolved: 3600])
    private static let asOf = ClockCase.asOf

    static let statusPage = [
        ClockCase("status-page", "on the limit", running.told(900), .met(900)),
        ClockCase("status-page", "a second over", running.told(901), .breached(901, by: 1)),
        ClockCase("status-page", "the first one counts", running.told(2000).told(800), .met(800)),
        ClockCase(
            "status-page", "mail is no post", running.told(60, "email", to: "customers"), .overdue(900, by: 85_500)),
        ClockCase("status-page", "nothing is known of messages", running, .unproven(.missing(.message("status-page")))),
        ClockCase("status-page", "an empty log, and it runs", running.logged(), .overdue(900, by: 85_500)),
        ClockCase(
            "status-page", "an empty log, and it is over", over.logged(), .unproven(.missing(.message("status-page")))),
        ClockCase(
            "status-page", "only the latest is kept, in time or not", running.told(300, isLatestOnly: true),
            .unproven(.onlyLatest(.message("status-page")))),
        ClockCase(
            "status-page", "a latest one beside a log is a message", running.told(300, isLatestOnly: true).logged(),
            .met(300)),
        ClockCase(
            "status-page", "a post before the detection",
            Incident.example([.detected: 600]).told(599).told(700),
            .unproven(.outOfOrder(start: .detected, stop: .message("status-page")))),
        ClockCase(
            "status-page", "a post without a time", running.told(nil), .unproven(.missing(.message("status-page")))),
        ClockCase(
            "status-page", "a post in the future has not gone out", running.told(asOf + 1).logged(),
            .overdue(900, by: 85_500)),
        ClockCase(
            "status-page", "no detection", Incident.example([.triaged: 5]).told(9), .unproven(.missing(.detected))),
        ClockCase(
            "status-page", "sev3 has none", Incident.example("INC-1", .sev3, [.detected: 0]).told(9),
            .notApplicable(.noLimit(.sev3))),
        ClockCase(
            "status-page", "severity unknown", Incident.example("INC-1", nil, [.detected: 0]).told(9),
            .unproven(.severityUnknown)),
    ]

    static let respond = [
        ClockCase("respond", "the triage is an action", running.marked(.triaged, 300), .met(300)),
        ClockCase("respond", "a second over", running.marked(.triaged, 301), .breached(301, by: 1)),
        ClockCase(
            "respond", "an entry by a team before it", running.marked(.triaged, 301).acted(30, by: "Support"), .met(30)),
        ClockCase(
            "respond", "a machine does not act", running.marked(.triaged, 301).acted(30, by: "Datadog monitor"),
            .breached(301, by: 1)),
        ClockCase(
            "respond", "somebody unknown does not count", running.marked(.triaged, 301).acted(30, by: "Kim"),
            .breached(301, by: 1)),
        ClockCase(
            "respond", "a responder of the incident does",
            running.marked(.triaged, 301).acted(30, by: "KIM").team("Kim"),
            .met(30)),
        ClockCase(
            "respond", "an entry before the detection is about something else",
            running.marked(.triaged, 301).acted(-1, by: "Support"), .breached(301, by: 1)),
        ClockCase("respond", "nobody yet", running, .overdue(300, by: 86_100)),
        ClockCase(
            "respond", "over, and nobody acted on record", Incident.example([.detected: 0, .resolved: 900]),
            .unproven(.missing(.firstAction))),
        ClockCase(
            "respond", "triaged before it was detected", Incident.example([.detected: 60, .triaged: 59]),
            .unproven(.outOfOrder(start: .detected, stop: .firstAction))),
        ClockCase("respond", "no detection", Incident.example([.resolved: 5]), .unproven(.missing(.detected))),
    ]

    static let email = [
        ClockCase("resolution-email", "on the limit", over.told(18_000, "email", to: "customers"), .met(14_400)),
        ClockCase(
            "resolution-email", "a second over", over.told(18_001, "email", to: "customers"), .breached(14_401, by: 1)),
        ClockCase(
            "resolution-email", "one before the resolution is another one",
            over.told(3599, "email", to: "customers"), .overdue(18_000, by: 68_400)),
        ClockCase(
            "resolution-email", "strategic accounts are not all", over.told(3700, "email", to: "strategic_accounts"),
            .overdue(18_000, by: 68_400)),
        ClockCase("resolution-email", "nothing is known", over, .unproven(.missing(.message("resolution-email")))),
        ClockCase(
            "resolution-email", "closed without one", over.marked(.closed, 50_000).logged(),
            .unproven(.missing(.message("resolution-email")))),
        ClockCase("resolution-email", "still running", running.logged(), .notApplicable(.notYet(.resolved))),
        ClockCase(
            "resolution-email", "over by its word, nobody knows when",
            Incident.example(status: "closed", [.detected: 0]).logged(), .unproven(.missing(.resolved))),
        ClockCase(
            "resolution-email", "it went to too few",
            over.with(accounts: [], customers: 127).told(3700, "email", to: "customers", recipients: 126),
            .unproven(.tooFewRecipients(126, of: 127))),
        ClockCase(
            "resolution-email", "it went to all",
            over.with(accounts: [], customers: 127).told(3700, "email", to: "customers", recipients: 127), .met(100)),
        ClockCase(
            "resolution-email", "one by one",
            over.with(accounts: [("A", false), ("B", true)])
                .told(3700, "email", to: "a").told(3800, "email", to: "B"), .met(200)),
        ClockCase(
            "resolution-email", "one by one, one of them late",
            over.with(accounts: [("A", false), ("B", true)])
                .told(3700, "email", to: "A").told(18_002, "email", to: "B"), .breached(14_402, by: 2)),
        ClockCase(
            "resolution-email", "one by one, one of them not at all",
            over.with(accounts: [("A", false), ("B", true)]).told(3700, "email", to: "A"),
            .overdue(18_000, by: 68_400)),
        ClockCase(
            "resolution-email", "one by one, and more are affected than named",
            over.with(accounts: [("A", false)], customers: 3).told(3700, "email", to: "A"),
            .unproven(.accountsUnnamed(1, of: 3))),
    ]

    static let calls = [
        ClockCase(
            "csm-call", "each in time",
            over.with(accounts: [("A", true), ("B", true), ("C", false)])
                .told(3700, "phone call", to: "A").told(3600 + 86_400 - 3600, "phone call", to: "b"), .met(82_800)),
        ClockCase(
            "csm-call", "one of them not",
            over.with(accounts: [("A", true), ("B", true)])
                .told(3700, "phone call", to: "A"), .open(3600 + 86_400)),
        ClockCase(
            "csm-call", "all at once",
            over.with(accounts: [("A", true), ("B", true)], strategic: 2)
                .told(4000, "email_and_slack", to: "strategic_accounts", recipients: 2), .met(400)),
        ClockCase(
            "csm-call", "all at once, but not all",
            over.with(accounts: [("A", true), ("B", true)], strategic: 2)
                .told(4000, "email_and_slack", to: "strategic_accounts", recipients: 1),
            .unproven(.tooFewRecipients(1, of: 2))),
        ClockCase(
            "csm-call", "contact without a time",
            over.with(accounts: [], strategic: 8).told(nil, "slack", to: "strategic_accounts", recipients: 8),
            .unproven(.missing(.message("csm-contact")))),
        ClockCase(
            "csm-call", "none of the accounts is strategic", over.with(accounts: [("A", false)]),
            .notApplicable(.noAccount(.strategic))),
        ClockCase(
            "csm-call", "the export counts none", over.with(accounts: [], strategic: 0),
            .notApplicable(.noAccount(.strategic))),
        ClockCase("csm-call", "nothing is known of accounts", over, .unproven(.accountsUnnamed(0, of: nil))),
        ClockCase(
            "csm-call", "more are counted than named",
            over.with(accounts: [("A", true)], strategic: 2)
                .told(3700, "phone", to: "A"), .unproven(.accountsUnnamed(1, of: 2))),
    ]

    @Test(arguments: statusPage + respond + email + calls)
    func `A message is judged where it is on record, and silence by what the export keeps`(row: ClockCase) throws {
        let assessed = Assessor(policy: try StandardPolicy.read(), asOf: .monday(ClockCase.asOf)).assess(row.incident)
        #expect(assessed.verdict(of: row.clock) == row.verdict)
    }

    @Test func `Each account is an instance, with its own message`() throws {
        let incident = Self.over.with(accounts: [("A", true), ("B", true)])
            .told(3700, "phone", to: "A").told(90_001, "phone", to: "B")
        let assessed = Assessor(policy: try StandardPolicy.read(), asOf: .monday(100_000)).assess(incident)
        let call = try #require(assessed.verdicts.last)
        #expect(call.verdict == .breached(86_401, by: 1))
        #expect(call.parts.map(\.label) == ["A", "B"])
        #expect(call.parts.map(\.verdict) == [.met(100), .breached(86_401, by: 1)])
        #expect(call.parts.map { $0.origin?.line } == [10, 11])
        #expect(call.limit == .seconds(86_400))
    }
}

extension Incident {
    func marked(_ milestone: Milestone, _ seconds: Int) -> Incident {
        var copy = self
        copy.milestones[milestone] = MilestoneMark(milestone, .monday(seconds), origin: .test)
        return copy
    }

    func team(_ name: String) -> Incident {
        var copy = self
        copy.responders = [Responder(role: "", name: name, origin: .test)]
        return copy
    }
}
