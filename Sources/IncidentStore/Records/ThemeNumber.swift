internal import Diagnostics
package import IncidentModel

/// The number of an incident's theme: its service, title and cause, as a database keeps it.
package enum ThemeNumber {
    package static func of(service: String?, title: String?, cause: String?) -> Int64 {
        // Lengths before the texts: no two themes have one spelling.
        let parts = [service, title, cause].map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }
        return SourceDigest.number(of: parts.joined(separator: " "))
    }

    package static func cause(of incident: borrowing Incident) -> String? {
        incident.hasStory ? (incident.causeCode ?? incident.rootCause)?.value : nil
    }
}
