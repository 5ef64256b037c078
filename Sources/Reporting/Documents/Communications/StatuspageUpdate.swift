import IncidentModel
import Typesetting

/// The body of a call that creates or updates an incident on Atlassian Statuspage (`POST` and `PATCH`
/// `/v1/pages/{page_id}/incidents`): `name`, `status`, `impact_override`, `body`.
///
/// `components` and `component_ids` are keyed by ids that the page itself gave; no export holds them, so they are left to
/// whoever sends it.
struct StatuspageUpdate {
    var draft: CustomerDraft
    var severity: Severity?
    /// The finished text.
    var body: String

    var json: JSONDocument {
        var incident: [String: JSONDocument] = [
            "name": .string(String(draft.title.prefix(Self.longestName))),
            "status": .string(draft.incident.progress.rawValue),
            "body": .string(body),
        ]
        if let severity { incident["impact_override"] = .string(Self.impact(severity)) }
        return ["incident": .object(incident)]
    }

    /// Characters; a longer name is refused by the page.
    private static let longestName = 255

    /// Its four impacts are `none`, `minor`, `major` and `critical`.
    private static func impact(_ severity: Severity) -> String {
        switch severity {
        case .sev1: "critical"
        case .sev2: "major"
        case .sev3, .sev4: "minor"
        }
    }
}
