import Diagnostics
import Importing
import IncidentModel

/// Everything that an export says about accounts, deployments and services, one a line with its place.
enum ContextDump {
    static func text(_ export: ImportedExport) -> String {
        let lines =
            export.accounts.map { line($0.account, incidents: $0.incidents) } + export.deployments.map(line)
            + export.services.map(line)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ account: Account, incidents: [String]) -> String {
        var parts = ["account \(account.id)", account.name ?? "–"]
        func add(_ name: String, _ value: String?) {
            if let value { parts.append("\(name) \(value)") }
        }
        add("segment", account.segment)
        if account.isStrategic { parts.append("strategic") }
        add("revenue", account.annualRevenue.map { "\($0)" })
        add("renewal", account.renewal?.rfc3339)
        add("sponsor", account.executiveSponsor)
        add("usage", account.usage.map { "\($0)" })
        if account.hasActiveEscalation { parts.append("escalated") }
        add("contact", account.contactName)
        add("at", account.contactAddress)
        add("manager", account.customerSuccessManager)
        if !incidents.isEmpty { parts.append("touched by \(incidents.joined(separator: " "))") }
        return visible(parts.joined(separator: ", ")) + " " + place(account.origin)
    }

    private static func line(_ deployment: Deployment) -> String {
        "deployed \(deployment.instant.rfc3339) \(visible(deployment.service ?? "–")): "
            + "\(visible(deployment.version ?? "–")) by \(visible(deployment.actor ?? "–")) \(place(deployment.origin))"
    }

    private static func line(_ service: ServiceProfile) -> String {
        "service \(visible(service.name)): criticality \(visible(service.criticality?.value ?? "–")), owner "
            + "\(visible(service.owner ?? "–")), health \(visible(service.health ?? "–")) \(place(service.origin))"
    }

    private static func place(_ origin: Origin) -> String { "@\(origin.line):\(origin.column)" }
}
