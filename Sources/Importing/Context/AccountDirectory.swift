package import Diagnostics
import IncidentModel

/// The accounts of a CRM export, by id and by name.
struct AccountDirectory: Sendable {
    private var byID: [String: Account] = [:]
    /// The id of the account of a name; `nil` where two accounts have it: neither is meant then.
    private var byName: [String: String?] = [:]
    /// The ids of accounts, each once.
    private var byIncident: [String: [String]] = [:]

    /// Several records of one account complete each other, such as an account and its contacts; what was read first stands.
    init(_ drafts: [AccountDraft]) {
        var touched: Set<[String]> = []
        for draft in drafts {
            let account = draft.account
            if var known = byID[account.id] {
                known.fill(from: account)
                byID[account.id] = known
            } else {
                byID[account.id] = account
            }
            if let name = account.name?.lowercased() {
                let isShared = byName[name].map { $0 != account.id } ?? false
                byName.updateValue(isShared ? nil : account.id, forKey: name)
            }
            for incident in draft.incidents where touched.insert([incident, account.id]).inserted {
                byIncident[incident, default: []].append(account.id)
            }
        }
    }

    /// Fills in what the directory knows about an incident's accounts, and adds those whose records name it.
    func complete(_ accounts: inout [Account], of incident: Incident) {
        var present = Set(accounts.map(\.id))
        for index in accounts.indices {
            guard let known = known(accounts[index]) else { continue }
            accounts[index].fill(from: known)
            present.insert(known.id)
        }
        for id in Set(incident.records.map(\.id)).sorted() {
            for account in (byIncident[id] ?? []).compactMap({ byID[$0] })
            where present.insert(account.id).inserted {
                accounts.append(account)
            }
        }
    }

    private func known(_ account: Account) -> Account? {
        if let found = byID[account.id] { return found }
        let name = (account.name ?? account.id).lowercased()
        return (byName[name] ?? nil).flatMap { byID[$0] }
    }

    func unknownIncidents(among known: Set<String>) -> [Diagnostic] {
        byIncident.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.compactMap { id, accounts in
            accounts.first.flatMap { byID[$0] }.map {
                Diagnostic(
                    .accountOfUnknownIncident, "the account names the incident “\(id)”, which no export holds",
                    at: $0.origin, record: $0.id)
            }
        }
    }
}

extension Account {
    /// Takes what is not said here yet. Where the incident's own record and the directory differ, the record stands.
    fileprivate mutating func fill(from other: Account) {
        name = name ?? other.name
        segment = segment ?? other.segment
        isStrategic = isStrategic || other.isStrategic
        annualRevenue = annualRevenue ?? other.annualRevenue
        renewal = renewal ?? other.renewal
        executiveSponsor = executiveSponsor ?? other.executiveSponsor
        usage = usage ?? other.usage
        hasActiveEscalation = hasActiveEscalation || other.hasActiveEscalation
        takeContact(of: other)
        customerSuccessManager = customerSuccessManager ?? other.customerSuccessManager
    }

    /// A name and an address are of one person: those of two are never mixed. Who can be written to goes first.
    private mutating func takeContact(of other: Account) {
        if contactAddress == nil, other.contactAddress != nil {
            contactAddress = other.contactAddress
            contactName = other.contactName ?? contactName
        } else if contactName == nil, contactAddress == other.contactAddress || other.contactAddress == nil {
            contactName = other.contactName
        }
    }
}

extension DiagnosticCode {
    package static let accountOfUnknownIncident = DiagnosticCode(
        "account-of-unknown-incident", .note, "an account names an incident that no export holds",
        """
        A record of an accounts export lists the incidents that touched the account, and one of them is not among the \
        incidents of the run. The account is used where other incidents name it.
        """)
}
