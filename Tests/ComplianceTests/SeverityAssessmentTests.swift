import Compliance
import Diagnostics
import IncidentModel
import Testing

struct SeverityAssessmentTests {
    /// The five facts; `nil` is not on record.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var customers: Int?
        var share: Double?
        var revenue: Double?
        var criticality: String?
        var workaround: Bool?
        var dataLoss: Bool?
        var severity: Severity?
        var rules: [String] = []
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "data loss alone", dataLoss: true, severity: .sev1, rules: ["data-loss-risk"]),
        Case(
            name: "widespread at the threshold", customers: 500, workaround: false, dataLoss: false, severity: .sev1,
            rules: ["widespread-outage"]),
        Case(
            name: "one customer below it", customers: 499, revenue: 0, criticality: "low", workaround: false,
            dataLoss: false, severity: .sev2, rules: ["many-customers"]),
        Case(
            name: "widespread by its share", customers: 40, share: 0.5, workaround: false, dataLoss: false,
            severity: .sev1, rules: ["widespread-outage"]),
        Case(
            name: "a share below it", customers: 40, share: 0.49, revenue: 0, criticality: "low", workaround: false,
            dataLoss: false, severity: .sev2, rules: ["many-customers"]),
        Case(
            name: "widespread with a workaround", customers: 500, workaround: true, dataLoss: false, severity: .sev2,
            rules: ["many-customers"]),
        Case(
            name: "a critical service down", customers: 100, criticality: "Critical", workaround: false,
            dataLoss: false, severity: .sev1, rules: ["critical-service-down"]),
        Case(
            name: "non-critical is not critical", customers: 99, revenue: 0, criticality: "non-critical",
            workaround: false, dataLoss: false, severity: .sev3, rules: ["subset-affected", "no-workaround"]),
        Case(
            name: "a major feature down", customers: 5, revenue: 0, criticality: "high", workaround: false,
            dataLoss: false, severity: .sev2, rules: ["major-feature-down"]),
        Case(
            name: "many customers at the threshold", customers: 100, workaround: true, dataLoss: false,
            severity: .sev2, rules: ["many-customers"]),
        Case(
            name: "one below it", customers: 99, revenue: 0, workaround: true, dataLoss: false, severity: .sev3,
            rules: ["subset-affected"]),
        Case(
            name: "revenue at the threshold", customers: 1, revenue: 500_000, workaround: true, dataLoss: false,
            severity: .sev2, rules: ["revenue-at-risk"]),
        Case(
            name: "a subset at the threshold", customers: 10, revenue: 499_999, workaround: true, dataLoss: false,
            severity: .sev3, rules: ["subset-affected"]),
        Case(
            name: "few customers with a workaround", customers: 9, revenue: 0, workaround: true, dataLoss: false,
            severity: .sev4, rules: ["workaround-available", "few-customers"]),
        Case(
            name: "the specification's own example", customers: 127, revenue: 890_000, workaround: true,
            dataLoss: false, severity: .sev2, rules: ["many-customers", "revenue-at-risk"]),
    ]

    private func incident(_ row: Case, declared: Severity?) -> Incident {
        .told(declared) { incident in
            incident.impact.customersAffected = row.customers.map { .said($0) }
            incident.impact.customerShare = row.share.map { .said($0) }
            incident.impact.revenueAtRisk = row.revenue.map { .said($0) }
            incident.impact.isWorkaroundAvailable = row.workaround.map { .said($0) }
            incident.impact.isDataLossPossible = row.dataLoss.map { .said($0) }
            incident.serviceProfile = row.criticality.map {
                ServiceProfile(name: "api", criticality: Sourced($0, .line(9)), origin: .line(9))
            }
        }
    }

    @Test(arguments: cases) func `The gravest severity of which a rule fits is the assessed one`(_ row: Case) throws {
        let found = try incident(row, declared: .sev2).conduct(at: 0).severity
        #expect(found.severity == row.severity)
        #expect(found.matched.map(\.rule.name) == row.rules)
    }

    @Test(
        arguments: [
            (.sev1, .overDeclared), (.sev2, .same), (.sev3, .underDeclared), (.sev4, .underDeclared),
            (nil, .cannotBeAssessed(missing: ["severity"])),
        ] as [(Severity?, SeverityAssessment.Comparison)])
    func `What was declared is compared with what the facts ask for`(
        declared: Severity?, comparison: SeverityAssessment.Comparison
    ) throws {
        let example = try #require(Self.cases.last)
        #expect(try incident(example, declared: declared).conduct(at: 0).severity.comparison == comparison)
    }

    @Test func `Nothing known is neither the same nor anything else`() throws {
        let found = try Incident.told(.sev4).conduct(at: 0).severity
        #expect(found.severity == nil)
        #expect(found.matched == [])
        #expect(found.rulings.allSatisfy { $0.answer == .undecided })
        #expect(
            found.comparison
                == .cannotBeAssessed(missing: [
                    "impactAssessment.dataLossRisk", "impactAssessment.totalCustomersAffected",
                    "impactAssessment.workaroundAvailable", "serviceProfile.criticality",
                    "impactAssessment.revenueAtRisk",
                ]))
    }

    @Test func `A graver severity that a missing fact leaves open is not excluded`() throws {
        let row = Case(name: "", customers: 600, dataLoss: false)
        let found = try incident(row, declared: .sev2).conduct(at: 0).severity
        #expect(found.severity == .sev2)
        #expect(found.atMost == .sev1)
        #expect(
            found.comparison
                == .cannotBeAssessed(missing: ["impactAssessment.workaroundAvailable", "serviceProfile.criticality"]))
        // Whatever the missing facts are, Sev3 is too low.
        #expect(try incident(row, declared: .sev3).conduct(at: 0).severity.comparison == .underDeclared)
    }

    @Test func `Facts carry their values and their origins, and a rule its line of the policy`() throws {
        let example = try #require(Self.cases.last)
        let matched = try #require(try incident(example, declared: .sev2).conduct(at: 0).severity.matched.first)
        #expect(
            matched.facts
                == [RecordedFact("impactAssessment.totalCustomersAffected", .count(127), origin: .line(7))])
        let lines = StandardPolicy.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[Int(matched.rule.origin.line) - 1] == "      many-customers:")
        #expect(matched.rule.origin.field == "conduct.severityAssessment.sev2.many-customers")
        #expect(matched.rule.condition.description == "customers ≥ 100 (or a share ≥ 0.1)")
    }

    @Test func `A described workaround is one, and revenue is added up where all accounts state it`() throws {
        let incident = Incident.told(.sev3) { incident in
            incident.impact.workaround = .said("Use smaller batches")
            incident.impact.isDataLossPossible = .said(false)
            incident.impact.customersAffected = .said(2)
            incident.affect("A", revenue: 300_000)
            incident.affect("B", revenue: 200_000)
        }
        let found = try incident.conduct(at: 0).severity
        #expect(found.matched.map(\.rule.name) == ["revenue-at-risk"])
        #expect(found.comparison == .underDeclared)
    }

    @Test func `A policy of whose rules none fits has a gap, and says so`() throws {
        let policy = try StandardPolicy.changed("      few-customers: {customersBelow: 10}\n", "")
        let incident = Incident.told(.sev4) { incident in
            incident.impact.customersAffected = .said(0)
            incident.impact.revenueAtRisk = .said(0)
            incident.impact.isWorkaroundAvailable = .said(false)
            incident.impact.isDataLossPossible = .said(false)
            incident.serviceProfile = ServiceProfile(name: "x", criticality: .said("low"), origin: .test)
        }
        #expect(try incident.conduct(at: 0, policy: policy).severity.comparison == .noRuleFits)
    }
}
