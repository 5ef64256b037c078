import Compliance
import Diagnostics
import IncidentModel
import Testing

struct CommunicationsDueTests {
    private func states(_ incident: Incident, at seconds: Int) throws -> [String: DutyState] {
        let items = try incident.conduct(at: seconds).communications.items
        return Dictionary(uniqueKeysWithValues: items.map { ($0.message.id, $0.state) })
    }

    private static let first = [
        "status-page-first", "status-page-notice", "banner", "email-strategic", "email-affected", "outreach-strategic",
    ]
    private static let last = [
        "eta-update", "resolution-status-page", "resolution-banner", "resolution-email", "resolution-outreach",
    ]

    @Test(arguments: [
        (
            Severity.sev1,
            ["status-page-first", "banner", "email-strategic", "email-affected", "outreach-strategic"],
            ["eta-update", "resolution-status-page", "resolution-banner", "resolution-email", "resolution-outreach"]
        ),
        (
            .sev2, ["status-page-first", "banner", "email-strategic", "outreach-strategic"],
            ["eta-update", "resolution-status-page", "resolution-banner", "resolution-email", "resolution-outreach"]
        ),
        (
            .sev3, ["status-page-notice", "email-strategic"],
            ["eta-update", "resolution-status-page", "resolution-email"]
        ),
        (.sev4, ["status-page-notice", "email-strategic"], ["resolution-status-page", "resolution-email"]),
    ])
    func `Each severity has its channels`(severity: Severity, first: [String], last: [String]) throws {
        let incident = Incident.told(severity, [.detected: 0, .triaged: 0, .mitigated: 0, .resolved: 0]) {
            $0.affect("A", strategic: true)
        }
        let states = try states(incident, at: 0)
        #expect(Self.first.filter { states[$0]?.kind != .notApplicable } == first)
        #expect(Self.last.filter { states[$0]?.kind != .notApplicable } == last)
        #expect(states.count == Self.first.count + Self.last.count)
    }

    @Test func `Nothing known is neither sent nor late`() throws {
        let silent = try states(.told(nil), at: 1_000_000)
        #expect(silent.values.allSatisfy { $0.kind == .cannotBeTold || $0.kind == .waiting })
        #expect(silent["banner"] == .cannotBeTold(["severity"]))
        // A record without any message says nothing about one that is missing.
        let mute = try states(.told(.sev1, [.detected: 0, .triaged: 60]), at: 1_000_000)
        #expect(mute["status-page-first"] == .cannotBeTold(["communications"]))
        #expect(mute["email-strategic"] == .cannotBeTold(["impactAssessment.strategicAccountsAffected"]))
    }

    @Test(
        arguments: [
            (900, .due(.monday(900))), (901, .overdue(due: .monday(900), by: .seconds(1))),
            (0, .due(.monday(900))),
        ] as [(Int, DutyState)])
    func `Exactly on the limit is not late`(asOf: Int, state: DutyState) throws {
        let incident = Incident.told(.sev1, [.detected: 0]) { $0.send(0, "email", to: "internal") }
        #expect(try states(incident, at: asOf)["status-page-first"] == state)
    }

    @Test(
        arguments: [
            (900, DutyState.Timeliness.inTime), (901, .late(by: .seconds(1))), (1, .inTime), (nil, .untold),
        ] as [(Int?, DutyState.Timeliness)])
    func `A message counts by its channel and audience, in time or late`(
        sent: Int?, timeliness: DutyState.Timeliness
    ) throws {
        let incident = Incident.told(.sev1, [.detected: 0]) {
            $0.send(sent, "status_page", to: "internal staff")
            $0.send(sent, "status_page", to: "public")
        }
        let state = try states(incident, at: 2000)["status-page-first"]
        guard case .done(let fact?, let found) = state else {
            Issue.record("\(String(describing: state))")
            return
        }
        #expect(found == timeliness)
        #expect(fact.origin == .line(201))
    }

    @Test func `The latest post of several is not late for coming after the first was due`() throws {
        func told(latestOnly: Bool) throws -> DutyState? {
            let incident = Incident.told(.sev1, [.detected: 0]) {
                $0.send(901, "status_page", to: "public")
                $0.communications[0].isLatestOnly = latestOnly
            }
            return try states(incident, at: 2000)["status-page-first"]
        }
        guard case .done(_, .untold) = try told(latestOnly: true),
            case .done(_, .late) = try told(latestOnly: false)
        else {
            Issue.record("\(String(describing: try told(latestOnly: true)))")
            return
        }
    }

    @Test func `A mail to all affected reaches strategic accounts, and not the other way round`() throws {
        let all = Incident.told(.sev1, [.detected: 0, .triaged: 0]) {
            $0.affect("A", strategic: true)
            $0.send(60, "email", to: "affected_customers")
        }
        #expect(try states(all, at: 100)["email-strategic"]?.kind == .done)
        #expect(try states(all, at: 100)["email-affected"]?.kind == .done)
        let some = Incident.told(.sev1, [.detected: 0, .triaged: 0]) {
            $0.affect("A", strategic: true)
            $0.send(60, "email_and_slack", to: "strategic_accounts")
            $0.send(61, "email", to: "Strategic customers")
        }
        #expect(try states(some, at: 100)["email-strategic"]?.kind == .done)
        #expect(try states(some, at: 100)["outreach-strategic"]?.kind == .done)
        #expect(try states(some, at: 100)["email-affected"] == .due(.monday(900)))
    }

    @Test func `A resolution is told after the resolution`() throws {
        let early = Incident.told(.sev3, [.detected: 0, .triaged: 0, .resolved: 1000]) {
            $0.send(999, "email", to: "customers")
        }
        #expect(try states(early, at: 1000 + 4 * 3600)["resolution-email"] == .due(.monday(1000 + 4 * 3600)))
        #expect(
            try states(early, at: 1001 + 4 * 3600)["resolution-email"]
                == .overdue(due: .monday(1000 + 4 * 3600), by: .seconds(1)))
        let undated = Incident.told(.sev3, [.detected: 0, .resolved: 1000]) { $0.send(nil, "email", to: "customers") }
        #expect(try states(undated, at: 100_000)["resolution-email"] == .cannotBeTold(["communications.at"]))
        let open = Incident.told(.sev3, [.detected: 0]) { $0.send(999, "email", to: "customers") }
        #expect(try states(open, at: 100_000)["resolution-email"] == .waiting(.resolved))
        let closed = Incident.told(.sev3, [.detected: 0, .closed: 50]) { $0.send(999, "email", to: "customers") }
        #expect(try states(closed, at: 100_000)["resolution-email"] == .cannotBeTold(["resolved"]))
    }

    @Test func `What was owed before the resolution is absent after it, not overdue`() throws {
        let incident = Incident.told(.sev2, [.detected: 0, .triaged: 0, .resolved: 5000]) {
            $0.send(60, "status_page", to: "public")
        }
        #expect(try states(incident, at: 4999)["banner"]?.kind == .overdue)
        #expect(try states(incident, at: 5000)["banner"] == .absent(due: .monday(1800)))
        #expect(try incident.conduct(at: 5000).communications.owed.map(\.message.id).contains("banner") == false)
    }

    @Test func `Without a strategic account there is nobody to reach out to`() throws {
        let incident = Incident.told(.sev1, [.detected: 0, .triaged: 0]) {
            $0.impact.strategicAccountsAffected = .said(0)
        }
        let states = try states(incident, at: 0)
        #expect(states["outreach-strategic"]?.kind == .notApplicable)
        #expect(states["email-strategic"]?.kind == .notApplicable)
    }
}
