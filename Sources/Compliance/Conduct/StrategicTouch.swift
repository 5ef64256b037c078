import Diagnostics
package import IncidentModel

/// Whether strategic accounts are affected (specification, `cs.get_strategic_accounts_affected`).
package enum StrategicTouch: Sendable, Equatable {
    /// The accounts that the export names as strategic, and its own count where it has one.
    case touched([Account], counted: RecordedFact?)
    /// What the export says instead.
    case untouched(RecordedFact)
    /// The accounts on record, if any, need not be all.
    case cannotBeTold

    package init(_ incident: Incident) {
        let counted = incident.impact.strategicAccountsAffected
        let fact = counted.map { RecordedFact(Self.countName, .count($0.value), origin: $0.origin) }
        let strategic = incident.accounts.filter(\.isStrategic)
        if !strategic.isEmpty || (counted?.value ?? 0) > 0 {
            self = .touched(strategic, counted: fact)
        } else if let fact {
            self = .untouched(fact)
        } else if let first = incident.accounts.first, let affected = incident.impact.customersAffected,
            affected.value <= incident.accounts.count
        {
            self = .untouched(
                RecordedFact("affectedCustomers", .list(incident.accounts.map(\.id)), origin: first.origin))
        } else if let affected = incident.impact.customersAffected, affected.value == 0 {
            self = .untouched(RecordedFact(SeverityFacts.Name.customers, .count(0), origin: affected.origin))
        } else {
            self = .cannotBeTold
        }
    }

    static let countName = "impactAssessment.strategicAccountsAffected"

    package var isTouched: Bool {
        if case .touched = self { true } else { false }
    }

    /// The accounts that the export names as strategic.
    package var accounts: [Account] {
        if case .touched(let accounts, _) = self { accounts } else { [] }
    }

    /// What shows it, for a reason: the count, or the first account named.
    package var fact: RecordedFact? {
        switch self {
        case .touched(let accounts, let counted):
            counted
                ?? accounts.first.map {
                    RecordedFact("affectedCustomers", .list(accounts.map(\.id)), origin: $0.origin)
                }
        case .untouched(let fact): fact
        case .cannotBeTold: nil
        }
    }

    /// Why something that is owed to strategic accounts is not owed, or cannot be told; `nil` where it is owed.
    var hindrance: DutyState? {
        switch self {
        case .touched: nil
        case .untouched: .notApplicable("no strategic account is affected, as recorded")
        case .cannotBeTold: .cannotBeTold([Self.countName])
        }
    }
}
