import Diagnostics
import IncidentModel
import Typesetting

/// Where pages stand below the output folder, so that they can link to each other by relative addresses. Every part
/// that comes from an export is a safe file name of plain ASCII: nothing has to be percent-encoded.
package struct PagePaths: Sendable {
    /// Ids that more than one incident has: their pages carry the system's name, too.
    private let shared: Set<String>
    /// Paths that were written, to link only to what is there; `nil` where that is not known yet.
    package var written: Set<String>

    /// `ids` are those of all incidents of the run.
    package init(ids: [String] = [], written: Set<String> = []) {
        var seen: Set<String> = []
        seen.reserveCapacity(ids.count)
        shared = Set(ids.filter { !seen.insert($0).inserted })
        self.written = written
    }

    func name(of incident: Incident) -> String {
        SafeFileName.fileName(for: shared.contains(incident.id) ? "\(incident.system) \(incident.id)" : incident.id)
    }

    func postMortem(_ incident: Incident, _ format: OutputFormat) -> String {
        "post-mortems/\(name(of: incident)).\(format.rawValue)"
    }

    func emailFolder(_ incident: Incident) -> String { "emails/\(name(of: incident))" }

    func emailPreview(_ incident: Incident) -> String { emailFolder(incident) + "/preview.md" }

    func report(_ label: String, _ format: OutputFormat) -> String {
        "report/\(SafeFileName.fileName(for: label)).\(format.rawValue)"
    }

    func actionItems(_ format: OutputFormat) -> String { "actions/action-items.\(format.rawValue)" }

    /// `path` if it was written.
    func existing(_ path: String) -> String? { written.contains(path) ? path : nil }
}
