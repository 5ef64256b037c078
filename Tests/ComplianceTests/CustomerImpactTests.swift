import Compliance
import Diagnostics
import IncidentModel
import Testing

struct CustomerImpactTests {
    @Test func `Accounts come in the five tiers, each with the facts behind it`() throws {
        let incident = Incident.told(.sev2, [.detected: 0]) { incident in
            for id in ["rest", "usage", "sponsor", "renewal", "escalation"] { incident.affect(id) }
            incident.accounts[1].usage = 10
            incident.accounts[2].executiveSponsor = "CFO"
            incident.accounts[3].renewal = .monday(90 * 86_400)
            incident.accounts[4].hasActiveEscalation = true
            incident.accounts[4].segment = "Enterprise"
        }
        let priorities = try incident.conduct(at: 0).customers.priorities
        #expect(priorities.map(\.account.id) == ["escalation", "renewal", "sponsor", "usage", "rest"])
        #expect(priorities.map(\.tier.rawValue) == [1, 2, 3, 4, 5])
        #expect(
            priorities.map { $0.facts.map(\.name) } == [
                ["affectedCustomers.activeEscalation", "affectedCustomers.segment"], ["affectedCustomers.renewalDate"],
                ["affectedCustomers.executiveSponsor"], ["affectedCustomers.usage"], [],
            ])
        #expect(priorities[0].facts.allSatisfy { $0.origin == .line(504) })
    }

    @Test func `Revenue is added up and compared with the export's figure`() throws {
        let incident = Incident.told(.sev2) { incident in
            incident.affect("A", revenue: 100)
            incident.affect("B", revenue: 250.5)
            incident.affect("C")
            incident.impact.revenueAtRisk = .said(1000)
        }
        let check = try incident.conduct(at: 0).customers.revenue
        #expect(check.sum == 350.5)
        #expect(check.exported?.value == 1000)
        #expect(check.difference == -649.5)
        #expect(check.withoutRevenue.map(\.id) == ["C"])
        #expect(check.finding == .partial)
    }

    @Test(
        arguments: [
            ([100, 200], 300, nil, .agrees), ([100, 200], 300.99, nil, .agrees), ([100, 200], 301, nil, .differs),
            ([100, 200], 299, nil, .differs), ([100, nil], 500, nil, .partial), ([100, nil], 50, nil, .differs),
            ([100, 200], 900, 3, .partial), ([100, 200], 900, 2, .differs), ([nil, nil], 900, 2, .cannotBeTold),
            ([100, 200], nil, 2, .cannotBeTold), ([], 900, nil, .cannotBeTold), ([.nan, 200], 200, nil, .agrees),
        ] as [([Double?], Double?, Int?, RevenueCheck.Finding)])
    func `A sum only differs where it is the whole, or more than the whole`(
        revenues: [Double?], exported: Double?, affected: Int?, finding: RevenueCheck.Finding
    ) throws {
        let incident = Incident.told(.sev2) { incident in
            for (number, revenue) in revenues.enumerated() { incident.affect("\(number)", revenue: revenue) }
            incident.impact.revenueAtRisk = exported.map { .said($0) }
            incident.impact.customersAffected = affected.map { .said($0) }
        }
        #expect(try incident.conduct(at: 0).customers.revenue.finding == finding)
    }

    /// Flags of the accounts; the export's counts of strategic accounts and of customers.
    @Test(
        arguments: [
            ([], nil, nil, "?"), ([true], nil, nil, "yes"), ([], 8, nil, "yes"), ([], 0, nil, "no"),
            ([false], nil, nil, "?"), ([false], nil, 1, "no"), ([false], nil, 2, "?"), ([], nil, 0, "no"),
            ([false], 1, 1, "yes"), ([true], 0, 1, "yes"),
        ] as [([Bool], Int?, Int?, String)])
    func `Strategic accounts are affected, are not, or cannot be told`(
        flags: [Bool], counted: Int?, affected: Int?, answer: String
    ) throws {
        let incident = Incident.told(.sev2) { incident in
            for (number, flag) in flags.enumerated() { incident.affect("\(number)", strategic: flag) }
            incident.impact.strategicAccountsAffected = counted.map { .said($0) }
            incident.impact.customersAffected = affected.map { .said($0) }
        }
        let strategic = try incident.conduct(at: 0).customers.strategic
        let found =
            switch strategic {
            case .touched: "yes"
            case .untouched: "no"
            case .cannotBeTold: "?"
            }
        #expect(found == answer)
        #expect((strategic.fact == nil) == (answer == "?"))
    }
}
