import Diagnostics
import IncidentModel

/// What exports beside the incidents know: accounts, deployments, services. It completes incidents that name them.
struct IncidentContext: Sendable {
    private let accounts: AccountDirectory
    private let deployments: DeploymentLog
    private let services: [String: ServiceProfile]

    init(_ exports: [ImportedExport], rules: JoiningRules) {
        accounts = AccountDirectory(exports.flatMap(\.accounts))
        deployments = DeploymentLog(exports.flatMap(\.deployments), within: rules.deploymentWithin)
        services = Dictionary(exports.flatMap(\.services).map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    func completed(_ shared: SharedIncident) -> SharedIncident {
        var story = shared.value.story
        accounts.complete(&story.accounts, of: shared.value)
        deployments.complete(&story.deployments, of: shared.value)
        if story.serviceProfile == nil, let service = shared.value.service {
            story.serviceProfile = services[service.value.lowercased()]
        }
        guard story != shared.value.story else { return shared }
        var incident = shared.value
        incident.story = story
        return SharedIncident(incident)
    }

    /// Accounts that name an incident which nobody exported.
    func diagnostics(over incidents: [SharedIncident]) -> [Diagnostic] {
        accounts.unknownIncidents(among: Set(incidents.map(\.value.id)))
    }
}
