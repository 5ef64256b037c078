import Diagnostics
import IncidentModel
import Syntax

extension RecordLedger {
    /// The ledger of a run; `names` are the ids of its incidents, one for each group.
    init(
        _ exports: [ImportedExport], groups: [IncidentGroup], orphans: [Int: [ImportedIncident]], names: [String],
        depth: ReadingDepth
    ) {
        self.init(
            exports.map { export in
                Input(
                    source: export.source, dialect: export.dialect, copyOf: export.copyOf,
                    others: export.others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            }, listsEntries: depth == .everything)
        for (group, name) in zip(groups, names) { add(group, as: name) }
        for (_, fragments) in orphans.sorted(by: { $0.key < $1.key }) {
            for fragment in fragments {
                let incident = fragment.incident.value
                add(
                    Entry(
                        fate: .orphaned, origin: incident.origin, record: incident.id,
                        reason: "no export holds \(incident.id)"))
            }
        }
        for export in exports { add(export) }
        sort()
    }

    private mutating func add(_ group: IncidentGroup, as name: String) {
        for (place, teller) in group.tellers.enumerated() {
            let record = teller.identity
            add(
                Entry(
                    fate: place == 0 ? .used : .merged, origin: record.origin, record: record.id, incident: name,
                    reason: teller.reason ?? (place == 0 ? nil : "the same id in \(record.system)")))
        }
        for teller in group.fragments where !teller.isEcho {
            let record = teller.identity
            add(Entry(fate: .joined, origin: record.origin, record: record.id, incident: name))
        }
    }

    private mutating func add(_ export: ImportedExport) {
        for draft in export.accounts {
            add(
                Entry(
                    fate: .context, origin: draft.account.origin, record: draft.account.id, reason: "account"))
        }
        for deployment in export.deployments {
            add(
                Entry(
                    fate: .context, origin: deployment.origin, record: deployment.version, reason: "deployment"))
        }
        for service in export.services {
            add(Entry(fate: .context, origin: service.origin, record: service.name, reason: "service"))
        }
        for entry in export.toldAgain { add(entry) }
        for record in export.setAside {
            add(Entry(fate: .setAside, origin: record.origin, record: record.id, reason: record.rule))
        }
        for reject in export.rejects {
            add(
                Entry(
                    fate: .rejected, origin: reject.origin, record: reject.diagnostic.record,
                    reason: "\(reject.diagnostic.code.id): \(reject.diagnostic.message)"))
        }
    }
}
