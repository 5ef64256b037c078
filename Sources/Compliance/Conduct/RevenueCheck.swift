package import Diagnostics
package import IncidentModel

/// The yearly revenue of the affected accounts, added up, beside the export's own figure (specification,
/// `revenue_at_risk: sum(affected_arr)`); in the currency of the export.
package struct RevenueCheck: Sendable, Equatable {
    /// Of the accounts that state one; `nil` where none does.
    package let sum: Double?
    package let exported: Sourced<Double>?
    /// The accounts that state no usable revenue, in the order of the export.
    package let withoutRevenue: [Account]
    /// Whether the accounts on record are all that are affected, as far as the export counts them.
    package let isWhole: Bool
    private let origin: Origin?

    package init(_ incident: Incident) {
        let accounts = incident.accounts
        let stated = accounts.compactMap(\.annualRevenue).filter(\.isFinite)
        sum = stated.isEmpty ? nil : stated.reduce(0, +)
        exported = incident.impact.revenueAtRisk
        withoutRevenue = accounts.filter { !($0.annualRevenue?.isFinite ?? false) }
        let affected = incident.impact.customersAffected?.value
        isWhole = !accounts.isEmpty && withoutRevenue.isEmpty && (affected.map { $0 <= accounts.count } ?? true)
        origin = accounts.first?.origin
    }

    /// The sum less the export's figure; `nil` where either is missing.
    package var difference: Double? {
        guard let sum, let exported else { return nil }
        return sum - exported.value
    }

    package enum Finding: String, Sendable {
        case agrees, differs
        /// Accounts are missing, or state no revenue: the sum need not reach the export's figure.
        case partial
        case cannotBeTold
    }

    package var finding: Finding {
        guard let difference else { return .cannotBeTold }
        // Less than a unit of the currency is rounding.
        if abs(difference) < 1 { return .agrees }
        // A part that exceeds the whole differs for certain.
        return isWhole || difference > 0 ? .differs : .partial
    }

    /// The sum, where it is that of all accounts affected.
    var wholeSum: Sourced<Double>? {
        guard isWhole, let sum, let origin else { return nil }
        return Sourced(sum, origin)
    }
}
