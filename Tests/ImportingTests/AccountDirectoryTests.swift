import Diagnostics
import IncidentModel
import Testing

@testable import Importing

@Suite struct AccountDirectoryTests {
    private let origin = Origin.whole(SourceID(0))

    private func account(_ id: String, _ change: (inout Account) -> Void = { _ in }) -> Account {
        var account = Account(id: id, origin: origin)
        change(&account)
        return account
    }

    @Test func `an account and its contacts complete each other, and what was read first stands`() {
        let directory = AccountDirectory([
            AccountDraft(account("A-1") { $0.contactName = "Jo Park" }),
            AccountDraft(
                account("A-1") {
                    $0.name = "Harbour Foods"
                    $0.contactName = "Al Roy"
                    $0.annualRevenue = 12
                }),
        ])
        var accounts = [account("harbour foods")]
        directory.complete(&accounts, of: Incident(id: "INC-1", system: "coordinator", origin: origin))
        #expect(accounts.map(\.contactName) == ["Jo Park"])
        #expect(accounts.map(\.annualRevenue) == [12])
    }

    @Test func `an account that the incident knows by name is not added a second time by its id`() {
        var incident = Incident(id: "INC-1", system: "servicenow", origin: origin)
        incident.records = [IncidentRecord(system: "servicenow", kind: .ticketing, id: "INC-1", origin: origin)]
        let directory = AccountDirectory([
            AccountDraft(account("A-1") { $0.name = "Harbour Foods" }, incidents: ["INC-1"]),
            AccountDraft(account("A-2"), incidents: ["INC-1"]),
        ])
        var accounts = [account("5f1e") { $0.name = "Harbour Foods" }]
        directory.complete(&accounts, of: incident)
        #expect(accounts.map(\.id) == ["5f1e", "A-2"])
    }

    @Test func `the name of one contact is never put before the address of another`() {
        let directory = AccountDirectory([
            AccountDraft(account("A-1") { $0.contactName = "Al Roy" }),
            AccountDraft(
                account("A-1") {
                    $0.contactName = "Jo Park"
                    $0.contactAddress = "jo@example.com"
                }),
            AccountDraft(account("A-2") { $0.contactAddress = "desk@example.com" }),
            AccountDraft(
                account("A-2") {
                    $0.contactName = "Jo Park"
                    $0.contactAddress = "jo@example.com"
                }),
        ])
        var accounts = [account("A-1"), account("A-2")]
        directory.complete(&accounts, of: Incident(id: "INC-1", system: "coordinator", origin: origin))
        #expect(accounts.map(\.contactName) == ["Jo Park", nil])
        #expect(accounts.map(\.contactAddress) == ["jo@example.com", "desk@example.com"])
    }

    @Test func `a name that two accounts have means neither`() {
        let directory = AccountDirectory([
            AccountDraft(account("A-1") { $0.name = "Harbour" }), AccountDraft(account("A-2") { $0.name = "harbour" }),
            AccountDraft(account("A-1") { $0.name = "Harbour" }),
        ])
        var accounts = [account("x") { $0.name = "Harbour" }]
        directory.complete(&accounts, of: Incident(id: "INC-1", system: "coordinator", origin: origin))
        #expect(accounts.map(\.id) == ["x"])
        #expect(accounts == [account("x") { $0.name = "Harbour" }])
    }

    @Test func `an account that several records name for an incident touches it once, with all that is known`() {
        let directory = AccountDirectory([
            AccountDraft(account("A-1") { $0.name = "Harbour" }, incidents: ["INC-1"]),
            AccountDraft(account("A-1") { $0.usage = 7 }, incidents: ["INC-1", "INC-1"]),
        ])
        var accounts: [Account] = []
        directory.complete(&accounts, of: Incident(id: "INC-1", system: "coordinator", origin: origin))
        #expect(accounts.map(\.id) == ["A-1"])
        #expect(accounts.map(\.usage) == [7])
    }
}
