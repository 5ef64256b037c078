import Compliance
import Typesetting

/// Whom a message about an incident is for (specification, "Phase 4: Communication Orchestration", `audience`).
package enum MessageAudience: String, CaseIterable, Sendable {
    case statusPage = "status_page"
    case affectedCustomers = "affected_customers"
    case `internal`
    case strategicAccounts = "strategic_accounts"

    /// `status-page`: in names of files and templates.
    package var name: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }

    /// As pages write it.
    package var title: String {
        switch self {
        case .statusPage: "Status page"
        case .affectedCustomers: "All affected customers"
        case .internal: "Internal"
        case .strategicAccounts: "Strategic accounts"
        }
    }

    /// The audience of the policy's messages that a draft serves; `nil` for the internal one, which the policy owes by
    /// its cadence alone.
    var policyName: String? {
        switch self {
        case .statusPage: "public"
        case .affectedCustomers: "affected-customers"
        case .internal: nil
        case .strategicAccounts: "strategic-accounts"
        }
    }

    var template: String { "documents/comms-\(name)" }
}
