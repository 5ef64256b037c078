package import Diagnostics

/// A customer that an incident touched.
package struct Account: Sendable, Equatable {
    package var id: String
    package var name: String?
    package var segment: String?
    package var isStrategic: Bool
    /// Yearly revenue in the currency of the export, for internal pages only.
    package var annualRevenue: Double?
    package var renewal: Instant?
    package var executiveSponsor: String?
    package var usage: Double?
    package var hasActiveEscalation: Bool
    package var contactName: String?
    package var contactAddress: String?
    package var customerSuccessManager: String?
    package var origin: Origin

    package init(id: String, origin: Origin) {
        self.id = id
        self.origin = origin
        isStrategic = false
        hasActiveEscalation = false
    }
}
