package import Diagnostics

/// Who and what an incident touched, as the export says it.
package struct Impact: Sendable, Equatable {
    package var summary: Sourced<String>?
    package var customersAffected: Sourced<Int>?
    /// The part of all customers that is affected, between 0 and 1.
    package var customerShare: Sourced<Double>?
    package var strategicAccountsAffected: Sourced<Int>?
    /// Yearly revenue at risk in the currency of the export, for internal pages only.
    package var revenueAtRisk: Sourced<Double>?
    package var workaround: Sourced<String>?
    package var isWorkaroundAvailable: Sourced<Bool>?
    package var isDataLossPossible: Sourced<Bool>?
    package var history: [CustomerCount] = []

    package init() {}
}

/// How many customers were known to be affected at a moment.
package struct CustomerCount: Sendable, Equatable {
    package var instant: Instant
    package var customers: Int
    package var origin: Origin

    package init(instant: Instant, customers: Int, origin: Origin) {
        self.instant = instant
        self.customers = customers
        self.origin = origin
    }
}
