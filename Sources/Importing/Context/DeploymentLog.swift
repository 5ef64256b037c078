import Diagnostics
import IncidentModel

/// The deployments of a run, in order of time.
struct DeploymentLog: Sendable {
    private let deployments: [Deployment]
    private let window: Int

    /// `within`: seconds before a detection.
    init(_ deployments: [Deployment], within: Int) {
        self.deployments = deployments.sorted { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
        window = within
    }

    /// Adds the deployments from so long before the detection to the end of the incident: those of its service, and those
    /// that name none.
    func complete(_ own: inout [Deployment], of incident: Incident) {
        guard !deployments.isEmpty, let detected = incident.milestones.instant(of: .detected) else { return }
        let from = detected.advanced(bySeconds: -window)
        let to = max(detected, incident.milestones.instant(of: .resolved) ?? detected)
        let service = incident.service?.value.lowercased()
        var place = firstPlace(notBefore: from)
        while place < deployments.count, deployments[place].instant <= to {
            let deployment = deployments[place]
            let isOfService = deployment.service.map { $0.lowercased() == service } ?? true
            if isOfService, !own.contains(where: { $0.isSame(as: deployment) }) { own.append(deployment) }
            place += 1
        }
    }

    private func firstPlace(notBefore instant: Instant) -> Int {
        var low = 0
        var high = deployments.count
        while low < high {
            let middle = (low + high) / 2
            if deployments[middle].instant < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Deployment {
    fileprivate func isSame(as other: Deployment) -> Bool {
        instant == other.instant && service == other.service && version == other.version
    }
}
