package import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// One incident of the population: its number, its records, and what became of every promise.
package struct AuditedIncident: Sendable {
    /// Its place in the population, from 1: what the sample draws.
    package var number: Int
    package var member: Population.Member
    package var records: [AuditRecord]
    package var promises: [AuditedPromise]
    package var isSampled: Bool
    /// Whether an earlier incident was like it; `nil` where that cannot be told.
    package var recurs: Bool?

    var assessed: AssessedIncident { member.assessed }

    package var id: String { assessed.incident.id }

    /// What tells it apart from every other incident of a run, and of another run: system, id and inner key.
    package var name: String {
        let incident = assessed.incident
        return [incident.system, incident.id, incident.key].compactMap { $0 }.joined(separator: " ")
    }

    /// SHA-256 over its records' digests, in ascending order: it changes where any of them does.
    var evidenceDigest: String {
        SHA256Digest(of: Array(records.map(\.sha256).sorted().joined(separator: "\n").utf8)).hex
    }

    /// The record that an origin lies in: the last one of its input that does not begin behind it.
    func record(at origin: Origin) -> AuditRecord? {
        records.filter { $0.origin.source == origin.source && $0.origin <= origin }.max { $0.origin < $1.origin }
    }
}

extension Origin {
    fileprivate static func <= (left: Origin, right: Origin) -> Bool { !(right < left) }
}
