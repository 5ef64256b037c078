package import Diagnostics
import IncidentModel
import Syntax

/// What became of every record of a run: used, merged, joined, set aside, or rejected, and why.
package struct RecordLedger: Sendable {
    package enum Fate: String, Sendable, CaseIterable {
        /// It introduced an incident.
        case used
        /// Another record of an incident that was met before.
        case merged
        /// An entry that was joined to its incident.
        case joined
        /// An account, a deployment or a service: it tells of no incident, and completes those that name it.
        case context
        /// No incident, by a named rule.
        case setAside = "set-aside"
        /// An entry of no incident of the run.
        case orphaned
        case rejected
    }

    package struct Entry: Sendable {
        package var fate: Fate
        /// Where the record begins.
        package var origin: Origin
        /// Its own id, where it has one.
        package var record: String?
        /// The incident that it became a part of.
        package var incident: String?
        /// The rule, the name or the fault that decided.
        package var reason: String?
    }

    /// In the order of the inputs, and of the records in them.
    package private(set) var entries: [Entry] = []
    /// Records of other tables, which stand in no entry of their own: how many of each name.
    package private(set) var others: [(source: SourceID, name: String, count: Int)] = []

    init() {}

    init(
        _ exports: [ImportedExport], groups: [IncidentGroup], orphans: [Int: [ImportedIncident]], names: [String]
    ) {
        for (group, name) in zip(groups, names) {
            for (place, teller) in group.tellers.enumerated() {
                let record = teller.identity
                entries.append(
                    Entry(
                        fate: place == 0 ? .used : .merged, origin: record.origin, record: record.id, incident: name,
                        reason: teller.reason ?? (place == 0 ? nil : "the same id in \(record.system)")))
            }
            for teller in group.fragments {
                let record = teller.identity
                entries.append(
                    Entry(fate: .joined, origin: record.origin, record: record.id, incident: name, reason: nil))
            }
        }
        for (_, fragments) in orphans.sorted(by: { $0.key < $1.key }) {
            for fragment in fragments {
                let incident = fragment.incident.value
                entries.append(
                    Entry(
                        fate: .orphaned, origin: incident.origin, record: incident.id, incident: nil,
                        reason: "no export holds \(incident.id)"))
            }
        }
        for export in exports { add(export) }
        entries.sort { $0.origin < $1.origin }
    }

    private mutating func add(_ export: ImportedExport) {
        for account in export.accounts {
            entries.append(
                Entry(
                    fate: .context, origin: account.account.origin, record: account.account.id, incident: nil,
                    reason: "account"))
        }
        for deployment in export.deployments {
            entries.append(
                Entry(
                    fate: .context, origin: deployment.origin, record: deployment.version, incident: nil,
                    reason: "deployment"))
        }
        for service in export.services {
            entries.append(
                Entry(
                    fate: .context, origin: service.origin, record: service.name, incident: nil, reason: "service"))
        }
        for record in export.setAside {
            entries.append(
                Entry(
                    fate: .setAside, origin: record.origin, record: record.id, incident: nil, reason: record.rule))
        }
        for reject in export.rejects {
            entries.append(
                Entry(
                    fate: .rejected, origin: reject.origin, record: reject.diagnostic.record, incident: nil,
                    reason: "\(reject.diagnostic.code.id): \(reject.diagnostic.message)"))
        }
        for (name, count) in export.others.sorted(by: { $0.key < $1.key }) {
            others.append((export.source, name, count))
        }
    }

    /// How many records met a fate; those of other tables are set aside.
    package func count(_ fate: Fate) -> Int {
        entries.count { $0.fate == fate } + (fate == .setAside ? others.reduce(0) { $0 + $1.count } : 0)
    }

    /// Every record of the run.
    package var total: Int { entries.count + others.reduce(0) { $0 + $1.count } }
}
