import Diagnostics
import IncidentModel

/// One incident made of several records: every claim kept, one of each believed, by the policy's order of trust.
struct Fusion {
    private(set) var incident: Incident
    private(set) var diagnostics: [Diagnostic] = []

    init(_ group: IncidentGroup, gate: Gate, depth: ReadingDepth) {
        let trust = gate.joining.trust
        let records = group.tellers.enumerated()
            .sorted { left, right in
                (TrustOrder.rank(left.element.identity, in: trust.identity), left.offset)
                    < (TrustOrder.rank(right.element.identity, in: trust.identity), right.offset)
            }
            .map(\.element.record)
        let tellers = records.map(\.incident.value)
        let fragments = group.fragments.map(\.record.incident.value)
        incident = tellers[0]
        incident.records = tellers.flatMap(\.records)
        incident.key = tellers.lazy.compactMap(\.key).first
        let told = Set(tellers.flatMap { Gate.orderFindings($0) }.map(Finding.init))

        var ledger = ClaimLedger(trust: trust)
        for record in records { ledger.add(record.incident.value, isFragment: false, isMessage: record.isMessage) }
        for fragment in fragments { ledger.add(fragment, isFragment: true) }
        incident.milestones = ledger.milestones()
        takeFigures(of: tellers, ledger)
        incident.story = Story(fusing: tellers + fragments)

        let inferable = (group.tellers + group.fragments).reduce(into: Set<Milestone>()) {
            $0.formUnion($1.record.inferable)
        }
        if !inferable.isEmpty {
            gate.inference.complete(&incident.milestones, from: incident.timeline, among: inferable)
        }
        incident.claims = ledger.claims(believing: incident)
        incident.conflicts = ledger.conflicts(in: incident.claims)
        if depth == .figures { incident.keepEvidence() }
        diagnostics = Gate.orderFindings(incident).filter { !told.contains(Finding($0)) }
    }

    private mutating func takeFigures(of tellers: [Incident], _ ledger: ClaimLedger) {
        incident.title = first(tellers, \.title)
        incident.service = first(tellers, \.service)
        incident.statusWord = first(tellers, \.statusWord)
        incident.declared = first(tellers, \.declared)
        incident.severity = ledger.severity(of: tellers)
        incident.severityHistory = tellers.flatMap(\.severityHistory).sorted { $0.instant < $1.instant }
        incident.statusHistory = tellers.flatMap(\.statusHistory).sorted { $0.instant < $1.instant }
        incident.reopenings = tellers.map(\.reopenings).max() ?? 0
        incident.asksForPostMortem =
            tellers.lazy.compactMap(\.asksForPostMortem).first { $0.value } ?? first(tellers, \.asksForPostMortem)
    }

    private func first<Value>(_ tellers: [Incident], _ field: (Incident) -> Value?) -> Value? {
        tellers.lazy.compactMap(field).first
    }

    /// Two milestones in the wrong order, wherever it was said.
    private struct Finding: Hashable {
        let message: String
        init(_ diagnostic: Diagnostic) { message = diagnostic.message }
    }
}

extension IncidentGroup.Teller {
    /// The record itself.
    var identity: IncidentRecord {
        let incident = record.incident.value
        return incident.records.first
            ?? IncidentRecord(system: incident.system, kind: .context, id: incident.id, origin: incident.origin)
    }
}
