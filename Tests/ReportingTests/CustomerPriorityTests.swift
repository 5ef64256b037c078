import Compliance
import IncidentModel
import Testing

@testable import Reporting

struct CustomerPriorityTests {
    private let detected = Stage.day(14, 23)

    private func order(_ accounts: [Account], _ change: (inout Policy.CustomerPriorityRule) -> Void = { _ in }) throws
        -> [String]
    {
        var rule = try Stage.policy().customerPriority
        change(&rule)
        return CustomerPriority.order(accounts, detected: detected, by: rule)
            .map { "\($0.account.id) \($0.tier.rawValue)" }
    }

    private func account(_ id: String, _ change: (inout Account) -> Void = { _ in }) -> Account {
        var account = Account(id: id, origin: Stage.origin(1))
        change(&account)
        return account
    }

    @Test("The five tiers of the specification come in its order")
    func tiers() throws {
        #expect(try order(Stage.accounts) == ["A-1 1", "A-2 2", "A-3 3", "A-4 4", "A-6 5", "A-7 5", "A-5 5"])
    }

    @Test("Equals stand by name, then by id, without regard to case")
    func ties() throws {
        let accounts = [
            account("3") { $0.name = "beta" }, account("2") { $0.name = "Alpha" }, account("1") { $0.name = "alpha" },
        ]
        #expect(try order(accounts) == ["1 5", "2 5", "3 5"])
    }

    @Test(
        "Renewal counts from the day of detection to 90 days after it",
        arguments: [
            (Stage.moment(2024, 2, 14, 23, 59), false), (Stage.moment(2024, 2, 15, 0, 0), true),
            (Stage.day(14, 23).advanced(bySeconds: 90 * 86_400), true),
            (Stage.day(14, 23).advanced(bySeconds: 90 * 86_400 + 1), false),
        ])
    func renewals(renewal: Instant, isNear: Bool) throws {
        #expect(try order([account("A") { $0.renewal = renewal }]) == [isNear ? "A 2" : "A 5"])
    }

    @Test("An escalation alone does not make an account an enterprise")
    func escalations() throws {
        let small = account("A") {
            $0.hasActiveEscalation = true
            $0.segment = "SMB"
        }
        let strategic = account("B") {
            $0.hasActiveEscalation = true
            $0.isStrategic = true
        }
        #expect(try order([small, strategic]) == ["B 1", "A 5"])
    }

    @Test("High usage is the top fifth, and equals that do not all fit are not in it")
    func usage() throws {
        let accounts = (1...10).map { number in account("A\(number)") { $0.usage = Double(number) } }
        #expect(try order(accounts).prefix(3) == ["A10 4", "A9 4", "A1 5"])
        let equals = (1...10).map { number in account("A\(number)") { $0.usage = 5 } }
        #expect(try order(equals).allSatisfy { $0.hasSuffix(" 5") })
        #expect(try order([account("A"), account("B") { $0.usage = 0 }]).allSatisfy { $0.hasSuffix(" 5") })
    }

    @Test("Usage is ranked among all accounts of a run, by the highest usage on record, in any order")
    func ranking() throws {
        let rule = try Stage.policy().customerPriority
        let run = (1...10).map { number in account("A\(number)") { $0.usage = Double(number) } }
        let here = [account("A1") { $0.usage = 1 }, account("A9"), account("B")]
        #expect(try order(here) == ["A1 4", "A9 5", "B 5"])
        for accounts in [run + here, here + run.reversed()] {
            let usage = UsageRanking(accounts, by: rule)
            let order = CustomerPriority.order(here, detected: detected, by: rule, usage: usage)
            #expect(order.map { "\($0.account.id) \($0.tier.rawValue)" } == ["A9 4", "A1 5", "B 5"])
        }
        #expect(CustomerPriority.order(here, detected: nil, by: rule, usage: UsageRanking([], by: rule)).count == 3)
    }

    @Test("Without a detection no renewal is near")
    func noDetection() throws {
        let accounts = [account("A") { $0.renewal = detected }]
        let rule = try Stage.policy().customerPriority
        #expect(CustomerPriority.order(accounts, detected: nil, by: rule).first?.tier == .rest)
    }

    @Test("The policy moves the tiers")
    func rules() throws {
        #expect(
            try order(Stage.accounts) { $0.renewalWithin = .seconds(30 * 86_400) }
                == ["A-1 1", "A-3 3", "A-4 4", "A-6 5", "A-2 5", "A-7 5", "A-5 5"])
        #expect(try order(Stage.accounts) { $0.enterpriseSegments = ["key"] }.contains("A-1 5"))
        let ten = (1...10).map { number in account("A\(number)") { $0.usage = Double(number) } }
        #expect(try order(ten) { $0.highUsageShare = 0.5 }.filter { $0.hasSuffix(" 4") }.count == 5)
    }

    @Test(
        "A reason names the policy's own numbers",
        arguments: [
            (90.0 * 24, 0.2, "within 90 days of", "top fifth of"), (36, 0.15, "within 36 h of", "top 15 % of"),
            (24, 0.5, "within 1 day of", "top half of"), (48, 0.125, "within 2 days of", "top 12.5 % of"),
        ])
    func reasons(hours: Double, share: Double, renewal: String, usage: String) throws {
        var rule = try Stage.policy().customerPriority
        rule.renewalWithin = .seconds(hours * 3600)
        rule.highUsageShare = share
        #expect(CustomerPriority.Tier.renewal.reason(by: rule).contains(renewal))
        #expect(CustomerPriority.Tier.usage.reason(by: rule).contains(usage))
    }
}
