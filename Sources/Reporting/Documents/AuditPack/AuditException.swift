import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Something about the population that somebody has to explain: a broken promise, one that cannot be proven, a verdict
/// that sources dispute, an incident that cannot be placed in time.
struct AuditException: Sendable {
    enum Kind: String, Sendable, CaseIterable { case broken, unproven, disputed, unplaced }

    var kind: Kind
    /// `nil` for an incident that is not of the population.
    var number: Int?
    var id: String
    var system: String
    var severity: Severity?
    /// ``AuditedPromise/name``; what it is about.
    var about: String
    var title: String
    var words: String
    var origin: Origin?
    var record: AuditRecord?
}

/// Something that was left out, by a named rule.
struct AuditExclusion: Sendable {
    enum Kind: String, Sendable {
        /// A window of the policy.
        case policy
        case setAside = "set-aside"
        case rejected
        case orphaned
    }

    var kind: Kind
    var id: String
    var about: String
    var reason: String
    var origin: Origin
}

extension AuditPack {
    /// By kind, then by the population's order.
    func foundExceptions() -> [AuditException] {
        var found: [AuditException.Kind: [AuditException]] = [:]
        for incident in incidents {
            for promise in incident.promises where promise.kind != .instance {
                guard promise.outcome == .broken || promise.outcome == .unproven else { continue }
                let kind: AuditException.Kind = promise.outcome == .broken ? .broken : .unproven
                let origin = promise.stop?.origin ?? promise.start?.origin ?? incident.assessed.incident.origin
                found[kind, default: []].append(
                    exception(kind, incident, promise.name, promise.title, words(promise), origin))
            }
        }
        let numbers = Dictionary(incidents.map { ($0.assessed.incident.id, $0) }) { first, _ in first }
        for dispute in disputes where !dispute.rivals.isEmpty {
            guard let incident = numbers[dispute.incident] else { continue }
            found[.disputed, default: []].append(
                exception(
                    .disputed, incident, dispute.conflict.subject.name, dispute.conflict.subject.name,
                    dispute.consequences(edition).joined(separator: "; "), dispute.conflict.believed.origin))
        }
        found[.unplaced] = population.unplaced.map { assessed in
            let incident = assessed.incident
            return AuditException(
                kind: .unplaced, id: incident.id, system: incident.system, severity: incident.severity?.value,
                about: "period", title: edition.phrases("audit.unplaced.title"),
                words: edition.phrases("audit.unplaced"),
                origin: incident.origin)
        }
        return AuditException.Kind.allCases.flatMap { found[$0] ?? [] }
    }

    private func exception(
        _ kind: AuditException.Kind, _ incident: AuditedIncident, _ about: String, _ title: String, _ words: String,
        _ origin: Origin?
    ) -> AuditException {
        AuditException(
            kind: kind, number: incident.number, id: incident.assessed.incident.id,
            system: incident.assessed.incident.system, severity: incident.assessed.incident.severity?.value,
            about: about, title: title, words: words, origin: origin,
            record: origin.flatMap(incident.record(at:)) ?? incident.records.first)
    }

    /// `breached by 12 min (27 min of 15 min)`, `unproven: no “triaged” on record`.
    func words(_ promise: AuditedPromise) -> String {
        let by = promise.by.map(Phrasing.duration)
        var words = promise.word
        if let by, let elapsed = promise.elapsed.map(Phrasing.duration) {
            let limit = promise.limit.map(Phrasing.limit)
            words = edition.phrases(
                limit == nil ? "audit.lateOf" : "audit.lateOfLimit",
                ["word": promise.word, "by": by, "elapsed": elapsed, "limit": limit ?? ""])
        } else if let by {
            let due = promise.due.map(phrasing.minute)
            words = edition.phrases(
                due == nil ? "audit.late" : "audit.lateDue", ["word": promise.word, "by": by, "due": due ?? ""])
        }
        guard let reason = promise.reason?.folded else { return words }
        return edition.phrases("audit.because", ["what": words, "reason": reason])
    }

    /// Windows of the policy first, then records by their place.
    var exclusions: [AuditExclusion] {
        var found: [AuditExclusion] = []
        for incident in incidents {
            for promise in incident.promises where promise.isExcluded && promise.kind == .clock {
                found.append(
                    AuditExclusion(
                        kind: .policy, id: incident.assessed.incident.id, about: promise.title,
                        reason: promise.reason ?? "", origin: incident.assessed.incident.origin))
            }
        }
        for entry in ledger.entries {
            let kind: AuditExclusion.Kind
            switch entry.fate {
            case .setAside: kind = .setAside
            case .rejected: kind = .rejected
            case .orphaned: kind = .orphaned
            case .used, .merged, .joined, .context: continue
            }
            found.append(
                AuditExclusion(
                    kind: kind, id: entry.record ?? "", about: edition.phrases("audit.excluded.whole"),
                    reason: entry.reason ?? "",
                    origin: entry.origin))
        }
        return found
    }
}
