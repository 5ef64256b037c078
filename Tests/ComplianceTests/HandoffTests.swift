import Compliance
import Diagnostics
import IncidentModel
import Testing

struct HandoffTests {
    private func states(_ incident: Incident, at seconds: Int = 100_000) throws -> [String: Handoffs.State] {
        let items = try incident.conduct(at: seconds).handoffs.items
        return Dictionary(uniqueKeysWithValues: items.map { ($0.rule.name, $0.state) })
    }

    @Test func `Each team has its skills`() throws {
        let rules = try StandardPolicy.shared.get().conduct.handoffs
        #expect(
            rules.map { "\($0.team): " + $0.skills.joined(separator: ", ") } == [
                "Support: ticket_prioritizer, escalation_predictor", "Engineering: Internal alerting",
                "Product: product_ops/incident_analyzer",
                "CS: customer_success/red_flag_detector, customer_success/escalation_manager",
                "CS: customer_success/escalation_manager", "CS: customer_success/red_flag_detector",
                "Comms: ai.generate_comms",
            ])
    }

    @Test func `A handoff is triggered at its milestone`() throws {
        let open = try states(.told(.sev1, [.detected: 0, .triaged: 60]) { $0.affect("A", strategic: true) })
        #expect(open["support-triage"] == .triggered([.monday(60)]))
        #expect(open["engineering-alert"] == .triggered([.monday(60)]))
        #expect(open["cs-strategic"] == .triggered([.monday(60)]))
        #expect(open["product-analysis"] == .waiting(.resolved))
        #expect(open["cs-red-flags"] == .waiting(.resolved))
        let over = try states(.told(.sev1, [.detected: 0, .triaged: 60, .resolved: 90]))
        #expect(over["product-analysis"] == .triggered([.monday(90)]))
        #expect(over["cs-follow-up"] == .triggered([.monday(90)]))
    }

    @Test func `A handoff waits for its severity and for strategic accounts`() throws {
        let minor = try states(
            .told(.sev3, [.detected: 0, .triaged: 60, .resolved: 90]) { $0.impact.strategicAccountsAffected = .said(0) }
        )
        #expect(minor["engineering-alert"] == .notTriggered("not at Sev3"))
        #expect(minor["product-analysis"] == .notTriggered("not at Sev3"))
        #expect(minor["cs-strategic"] == .notTriggered("no strategic account is affected, as recorded"))
        #expect(minor["support-triage"] == .triggered([.monday(60)]))
    }

    @Test func `Nothing known triggers nothing, and is not told apart from waiting where it cannot be`() throws {
        let silent = try states(.told(nil))
        #expect(silent["support-triage"] == .waiting(.triaged))
        #expect(silent["engineering-alert"] == .cannotBeTold(["severity"]))
        #expect(silent["cs-strategic"] == .cannotBeTold(["impactAssessment.strategicAccountsAffected"]))
        let closed = try states(.told(.sev1, [.detected: 0, .closed: 60]))
        #expect(closed["support-triage"] == .cannotBeTold(["triaged"]))
    }

    @Test func `Messages are drafted whenever one is owed`() throws {
        let incident = Incident.told(.sev2, [.detected: 0, .triaged: 60, .mitigated: 120, .resolved: 180])
        #expect(
            try states(incident)["comms"]
                == .triggered([.monday(0), .monday(60), .monday(120), .monday(180)]))
        #expect(try states(incident, at: 100)["comms"] == .triggered([.monday(0), .monday(60)]))
        let comms = try #require(try incident.conduct(at: 200).handoffs.items.last)
        #expect(
            comms.rule.with == [
                .init(
                    name: "audience", words: ["status_page", "affected_customers", "internal", "strategic_accounts"]),
                .init(name: "tone", words: ["professional_empathetic"]),
                .init(
                    name: "include",
                    words: ["what_happened", "impact", "current_status", "eta_if_known", "next_update"]),
            ])
    }

    @Test func `A payload names its facts, their origins, and what is missing`() throws {
        let incident = Incident.told(.sev2, [.detected: 0, .triaged: 60]) { incident in
            incident.title = .said("Batch API rate limited", line: 3)
            incident.impact.customersAffected = .said(127, line: 4)
            incident.affect("A", strategic: true)
            incident.affect("B")
        }
        let item = try #require(try incident.conduct(at: 100).handoffs.items.first)
        #expect(
            item.payload == [
                RecordedFact("incidentId", .text("INC-1"), origin: .test),
                RecordedFact("severity", .text("sev2"), origin: .test),
                RecordedFact("incidentSummary.title", .text("Batch API rate limited"), origin: .line(3)),
                RecordedFact("impactAssessment.totalCustomersAffected", .count(127), origin: .line(4)),
                RecordedFact("affectedCustomers", .list(["A", "B"]), origin: .line(500)),
            ])
        #expect(item.missing == [.affectedService, .strategicAccounts])
    }

    @Test func `Every fact that a handoff can carry can be found`() throws {
        let incident = Incident.told(.sev2, [.detected: 0, .resolved: 60]) { incident in
            incident.title = .said("a")
            incident.description = .said("b")
            incident.service = .said("c")
            incident.rootCause = .said("d")
            incident.impact.summary = .said("e")
            incident.impact.customersAffected = .said(1)
            incident.impact.strategicAccountsAffected = .said(1)
            incident.impact.revenueAtRisk = .said(1.5)
            incident.impact.workaround = .said("f")
            incident.impact.isDataLossPossible = .said(true)
            incident.send(5, "email")
            incident.communications[0].nextUpdate = .monday(90)
            incident.affect("A")
            incident.note(5, "g")
            incident.act("h")
        }
        let known = KnownIncident(incident, asOf: .monday(100))
        for path in FactPath.allCases { #expect(path.fact(of: known)?.name == path.rawValue) }
        #expect(FactPath.nextUpdate.fact(of: known)?.value == .instant(.monday(90)))
        let mute = KnownIncident(.told(nil), asOf: .monday(100))
        #expect(FactPath.allCases.filter { $0.fact(of: mute) != nil } == [.incidentID, .status])
    }
}
