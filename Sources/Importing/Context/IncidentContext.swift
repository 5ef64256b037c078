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
        services = Dictionary(exports.flatMap(\.services).map { ($0.name.lowercased(), $0) }) {
            $0.filled(from: $1)
        }
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
        accounts.unknownIncidents(among: Set(incidents.flatMap { $0.value.records.map(\.id) }))
    }
}

extension ServiceProfile {
    /// What another catalogue says beside this one, such as a deployment tool that only knows the health.
    fileprivate func filled(from other: ServiceProfile) -> ServiceProfile {
        var profile = self
        profile.criticality = criticality ?? other.criticality
        profile.owner = owner ?? other.owner
        profile.health = health ?? other.health
        return profile
    }
}
