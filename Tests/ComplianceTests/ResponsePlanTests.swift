import Compliance
import Diagnostics
import IncidentModel
import Testing

struct ResponsePlanTests {
    @Test(
        arguments: [
            (
                Severity.sev1, ["Engineering Lead", "Product Lead", "Support Lead", "CS Lead", "Comms"],
                "#incident-inc-1", 900, ["VP Engineering", "CTO"]
            ),
            (
                .sev2, ["Engineering On-Call", "Product PM", "Support Lead"], "existing incident channel", 1800,
                ["Engineering Manager"]
            ),
            (.sev3, ["Engineering On-Call", "Support"], "support escalation channel", 3600, []),
            (.sev4, ["Support", "Engineering queue"], "normal ticket flow", nil, []),
        ] as [(Severity, [String], String, Int?, [String])])
    func `Each severity has its roles, channel, cadence and executives`(
        severity: Severity, roles: [String], channel: String, cadence: Int?, executives: [String]
    ) throws {
        let plan = try #require(try Incident.told(severity).conduct(at: 0).response)
        #expect(plan.roles.map(\.role.title) == roles)
        #expect(plan.channel == channel)
        #expect(plan.updatesEvery == cadence.map { .seconds($0) })
        #expect(plan.executives.map(\.role.title) == executives)
    }

    @Test func `Nothing known is neither present nor missing`() throws {
        let plan = try #require(try Incident.told(.sev1).conduct(at: 0).response)
        #expect(plan.roles.allSatisfy { $0.presence == .cannotBeTold(["responseTeam"]) })
        #expect(plan.executives.allSatisfy { $0.presence == .cannotBeTold(["timeline"]) })
        #expect(plan.channelPresence == .cannotBeTold(["communications"]))
        #expect(plan.missingRoles == [])
        #expect(try Incident.told(nil).conduct(at: 0).response == nil)
    }

    @Test func `A role is there if a responder's role or team says so`() throws {
        let incident = Incident.told(.sev1) { incident in
            incident.respond("Technical Lead", team: "Platform Engineering")
            incident.respond("Customer_Comms", team: "Support")
            incident.respond("CS Liaison", team: "Customer Success")
        }
        let plan = try #require(try incident.conduct(at: 0).response)
        #expect(plan.roles.map { $0.presence.fact?.origin.line } == [300, nil, nil, 302, 301])
        #expect(plan.missingRoles.map(\.id) == ["product-lead", "support-lead"])
        #expect(
            plan.roles.first?.presence.fact?.value == .list(["Technical Lead", "Platform Engineering"]))
    }

    @Test(
        arguments: [
            ("VP of Engineering and CTO notified", [true, true]), ("CTO notified", [false, true]),
            ("CTO not yet notified", [false, false]), ("Asked the CTO", [false, false]),
            ("Sector notified", [false, false]), ("Notified VP Engineering", [true, false]),
        ])
    func `An executive is notified if a text says so`(text: String, isNotified: [Bool]) throws {
        let incident = Incident.told(.sev1) { $0.note(60, text) }
        let plan = try #require(try incident.conduct(at: 100).response)
        #expect(plan.executives.map { $0.presence.fact != nil } == isNotified)
        #expect(plan.executives.allSatisfy { $0.presence.fact != nil || $0.presence == .notOnRecord })
        // What lies later has not been said yet.
        let earlier = try #require(try incident.conduct(at: 59).response)
        #expect(earlier.executives.allSatisfy { $0.presence == .cannotBeTold(["timeline"]) })
    }

    @Test func `A message to an executive is a notice, and carries its moment`() throws {
        let incident = Incident.told(.sev2) { $0.send(300, "email", to: "engineering_manager") }
        let executive = try #require(try incident.conduct(at: 400).response?.executives.first)
        #expect(executive.presence.fact?.instant == .monday(300))
        #expect(executive.presence.fact?.origin == .line(200))
    }

    @Test func `The channel is found among the messages`() throws {
        let incident = Incident.told(.sev1) { $0.send(300, "#incident-inc-0215-001") }
        #expect(try incident.conduct(at: 400).response?.channelPresence?.fact?.origin == .line(200))
        let other = Incident.told(.sev1) { $0.send(300, "email") }
        #expect(try other.conduct(at: 400).response?.channelPresence == .notOnRecord)
        #expect(try Incident.told(.sev4).conduct(at: 400).response?.channelPresence == nil)
    }

    @Test(
        arguments: [
            ("INC-2024-0215-001", "#incident-inc-2024-0215-001"), ("a b/c", "#incident-a-b-c"),
            ("<script>", "#incident-script"), ("{id}", "#incident-id"), ("", "#incident-"),
        ])
    func `An id goes into the channel as chat systems spell it`(id: String, channel: String) throws {
        #expect(try Incident.told(.sev1, id: id).conduct(at: 0).response?.channel == channel)
        let long = Incident.told(.sev1, id: String(repeating: "x", count: 100_000))
        #expect(try #require(try long.conduct(at: 0).response).channel.count < 80)
    }
}
