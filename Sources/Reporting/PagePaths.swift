import Diagnostics
package import IncidentModel
import Typesetting

/// Where pages stand below the output folder, so that they can link to each other by relative addresses. Pages about
/// many incidents stand at its top, pages about one in folders below: links only ever lead down. Every part
/// that comes from an export is a safe file name of plain ASCII: nothing has to be percent-encoded.
package struct PagePaths: Sendable {
    /// Ids that more than one incident has: their pages carry the system's name and inner key, too.
    private let sharedIDs: Set<String>
    /// Paths that were written, to link only to what is there; `nil` where that is not known yet.
    package var written: Set<String>
    /// Paths of pages that were held back.
    package var held: Set<String> = []

    package init(sharedIDs: Set<String> = [], written: Set<String> = []) {
        self.sharedIDs = sharedIDs
        self.written = written
    }

    package static let index = "index.html"

    func name(of incident: Incident) -> String {
        guard sharedIDs.contains(incident.id) else { return SafeFileName.fileName(for: incident.id) }
        let parts = [incident.system, incident.id, incident.key].compactMap { $0 }
        return SafeFileName.fileName(for: parts.joined(separator: " "))
    }

    func postMortem(_ incident: Incident, _ format: OutputFormat) -> String {
        "post-mortems/\(name(of: incident)).\(format.ending)"
    }

    func response(_ incident: Incident) -> String { "responses/\(name(of: incident)).json" }

    static let responses = "responses.json"
    static let responseLines = "responses.ndjson"

    func emailFolder(_ incident: Incident) -> String { "emails/\(name(of: incident))" }

    /// Where an audit pack keeps an incident's records.
    package func evidenceFolder(_ incident: Incident) -> String { "evidence/records/\(name(of: incident))" }

    func communicationFolder(_ incident: Incident) -> String { "comms/\(name(of: incident))" }

    func communicationPreview(_ incident: Incident) -> String { "\(communicationFolder(incident))/\(Self.preview)" }

    static let preview = "preview.md"
    static let mailMerge = "mail-merge.csv"

    func emailPreview(_ incident: Incident) -> String { "\(emailFolder(incident))/\(Self.preview)" }

    /// Where a page stands that was held back: without the ending of one that may be sent.
    package static func heldBack(_ path: String) -> String { "rejects/\(path).held" }

    func report(_ label: String, _ format: OutputFormat) -> String {
        "sla-report-\(label).\(format.ending)"
    }

    func actionItems(_ format: OutputFormat) -> String { "action-items.\(format.ending)" }

    func dataQuality(_ format: OutputFormat) -> String { "data-quality.\(format.ending)" }

    /// `path` if it was written.
    func existing(_ path: String) -> String? { written.contains(path) ? path : nil }
}
