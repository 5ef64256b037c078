import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore

extension Gate {
    /// Puts kept records together by the same code that a run over their exports goes through.
    func reconcile(
        _ exports: [KeptExport], amid families: Set<String>, judgedBy judge: Assessor
    ) -> KeptReconciliation {
        struct Place: Hashable {
            var origin: Origin
            var id: String
        }
        var ids: [Place: Int64] = [:]
        var result = KeptReconciliation()
        let all = exports.map { export in
            for (id, record) in export.records {
                let incident = record.incident.value
                ids[Place(origin: incident.origin, id: incident.id)] = id
            }
            return ImportedExport(export, source: SourceID(UInt32(truncatingIfNeeded: export.source.id)))
        }
        let supersession = Supersession(all, turns: exports.map { Int($0.source.turn) })
        for (export, places) in zip(exports, supersession.superseded) where !places.isEmpty {
            let incidents = export.records.filter { $0.record.role != .fragment }
            for (place, turn) in places { result.superseded[incidents[place].id] = Int64(turn) }
        }
        let reconciled = Reconciliation(
            supersession.applied(to: all), gate: self, depth: .everything, amid: families)
        for entry in reconciled.ledger.entries {
            if let name = entry.record, let id = ids[Place(origin: entry.origin, id: name)] {
                result.fates[id] = entry.fate
            }
        }
        for shared in reconciled.incidents {
            guard let record = shared.value.records.first,
                let id = ids[Place(origin: record.origin, id: record.id)]
            else { continue }
            result.incidents.append((id, shared))
        }
        let judged = judge.assess(result.incidents.map(\.incident))
        result.verdicts = judged.map(\.keptVerdicts)
        result.settled = judged.map(Settlement(judge).outcome)
        return result
    }
}
