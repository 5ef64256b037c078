import Compliance
import Typesetting

/// Whom a message about an incident is for (specification, "Phase 4: Communication Orchestration", `audience`), and the
/// banner that users of the product see (`In-App Banner`).
package enum MessageAudience: String, CaseIterable, Sendable {
    case statusPage = "status_page"
    case inAppBanner = "in_app_banner"
    case affectedCustomers = "affected_customers"
    case `internal`
    case strategicAccounts = "strategic_accounts"

    /// `status-page`: in names of files and templates.
    package var name: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }

    /// As pages write it.
    package var title: String {
        switch self {
        case .statusPage: "Status page"
        case .inAppBanner: "In-app banner"
        case .affectedCustomers: "All affected customers"
        case .internal: "Internal"
        case .strategicAccounts: "Strategic accounts"
        }
    }

    /// Whether a draft for it serves a message of the policy. None serves the internal one, which the policy owes by its
    /// cadence alone.
    func serves(_ message: Policy.MessageRule) -> Bool {
        let isBanner = message.channel.id == "in-app-banner"
        return switch self {
        case .statusPage: message.audience.id == "public" && !isBanner
        case .inAppBanner: isBanner
        case .affectedCustomers: message.audience.id == "affected-customers" && !isBanner
        case .internal: false
        case .strategicAccounts: message.audience.id == "strategic-accounts" && !isBanner
        }
    }

    var template: String { "documents/comms-\(name)" }
}
