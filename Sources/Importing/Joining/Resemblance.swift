package import Diagnostics
import IncidentModel

/// Incidents of different systems that may be one: said as a hint, never acted upon.
enum Resemblance {
    /// Hints that one run gives; beyond them a reader learns nothing new.
    static let most = 50

    /// Pairs of incidents on one service that were detected within so many seconds of each other.
    static func hints(over incidents: [SharedIncident], within seconds: Int) -> [Diagnostic] {
        guard seconds > 0, Set(incidents.lazy.map(\.value.system)).count > 1 else { return [] }
        var services: [String: [(detected: Instant, incident: SharedIncident)]] = [:]
        for incident in incidents {
            guard let service = incident.value.service?.value.lowercased(),
                let detected = incident.value.milestones.instant(of: .detected)
            else { continue }
            services[service, default: []].append((detected, incident))
        }
        var hints: [Diagnostic] = []
        for (service, all) in services.sorted(by: { $0.key < $1.key }) {
            let inOrder = all.sorted {
                ($0.detected, $0.incident.value.origin) < ($1.detected, $1.incident.value.origin)
            }
            for (left, right) in zip(inOrder, inOrder.dropFirst()) {
                let gap = right.detected.wholeSeconds(since: left.detected)
                guard gap <= seconds, left.incident.value.system != right.incident.value.system else { continue }
                guard hints.count < most else { return hints }
                hints.append(hint(left.incident.value, right.incident.value, service: service, gap: gap))
            }
        }
        return hints
    }

    private static func hint(_ left: Incident, _ right: Incident, service: String, gap: Int) -> Diagnostic {
        Diagnostic(
            .resembles,
            "\(right.id) of \(right.system) may be \(left.id) of \(left.system): both on \(service), detected \(gap) s "
                + "apart",
            at: right.origin, record: right.id,
            help: "they stay two; if they are one, say so in a join file (--joins): \(left.id),\(right.id)")
    }
}

extension DiagnosticCode {
    package static let resembles = DiagnosticCode(
        "resembles", .note, "two incidents of different systems may be one",
        """
        Nothing joins the two records, but they are about one service and were detected shortly after one another \
        (policy, `joining.resemblesWithin`). They are counted as two: nothing is joined because it looks alike. A row \
        in a join file joins them.
        """)
}
