import IncidentModel
import Testing

@testable import Reporting

struct CustomerPriorityTests {
    private let detected = Stage.day(14, 23)

    private func order(_ accounts: [Account]) -> [String] {
        CustomerPriority.order(accounts, detected: detected).map { "\($0.account.id) \($0.tier.rawValue)" }
    }

    private func account(_ id: String, _ change: (inout Account) -> Void = { _ in }) -> Account {
        var account = Account(id: id, origin: Stage.origin(1))
        change(&account)
        return account
    }

    @Test("The five tiers of the specification come in its order")
    func tiers() {
        #expect(order(Stage.accounts) == ["A-1 1", "A-2 2", "A-3 3", "A-4 4", "A-6 5", "A-7 5", "A-5 5"])
    }

    @Test("Equals stand by name, then by id, without regard to case")
    func ties() {
        let accounts = [
            account("3") { $0.name = "beta" }, account("2") { $0.name = "Alpha" }, account("1") { $0.name = "alpha" },
        ]
        #expect(order(accounts) == ["1 5", "2 5", "3 5"])
    }

    @Test(
        "Renewal counts from the day of detection to 90 days after it",
        arguments: [
            (Stage.moment(2024, 2, 14, 23, 59), false), (Stage.moment(2024, 2, 15, 0, 0), true),
            (Stage.day(14, 23).advanced(bySeconds: 90 * 86_400), true),
            (Stage.day(14, 23).advanced(bySeconds: 90 * 86_400 + 1), false),
        ])
    func renewals(renewal: Instant, isNear: Bool) {
        #expect(order([account("A") { $0.renewal = renewal }]) == [isNear ? "A 2" : "A 5"])
    }

    @Test("An escalation alone does not make an account an enterprise")
    func escalations() {
        let small = account("A") {
            $0.hasActiveEscalation = true
            $0.segment = "SMB"
        }
        let strategic = account("B") {
            $0.hasActiveEscalation = true
            $0.isStrategic = true
        }
        #expect(order([small, strategic]) == ["B 1", "A 5"])
    }

    @Test("High usage is the top fifth, and equals that do not all fit are not in it")
    func usage() {
        let accounts = (1...10).map { number in account("A\(number)") { $0.usage = Double(number) } }
        #expect(order(accounts).prefix(3) == ["A10 4", "A9 4", "A1 5"])
        let equals = (1...10).map { number in account("A\(number)") { $0.usage = 5 } }
        #expect(order(equals).allSatisfy { $0.hasSuffix(" 5") })
        #expect(order([account("A"), account("B") { $0.usage = 0 }]).allSatisfy { $0.hasSuffix(" 5") })
    }

    @Test("Without a detection no renewal is near")
    func noDetection() {
        let accounts = [account("A") { $0.renewal = detected }]
        #expect(CustomerPriority.order(accounts, detected: nil).first?.tier == .rest)
    }
}
