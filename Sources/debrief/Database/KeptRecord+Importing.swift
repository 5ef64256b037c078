import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore

extension KeptPart {
    /// What a database keeps of a part of an export, and how the clocks of its incidents stand.
    init(_ part: ImportedExport, judgedBy judge: Assessor) {
        self.init()
        records.reserveCapacity(part.incidents.count + part.fragments.count)
        for record in part.incidents { records.append(Entry(record, role: record.isMessage ? .message : .incident)) }
        let judged = judge.assess(part.incidents.map(\.incident))
        let settlement = Settlement(judge)
        for place in judged.indices {
            records[place].verdicts = judged[place].keptVerdicts
            records[place].settled = settlement.outcome(of: judged[place])
        }
        for record in part.fragments { records.append(Entry(record, role: .fragment)) }
        context =
            part.accounts.map { .account($0.account, incidents: $0.incidents) }
            + part.deployments.map(KeptContext.deployment) + part.services.map(KeptContext.service)
    }
}

extension KeptPart.Entry {
    /// Records that were purged, under the names by which others find them.
    static func judged(_ kept: [KeptRecord], by judge: Assessor) -> [Self] {
        let judged = judge.assess(kept.map(\.incident))
        let settlement = Settlement(judge)
        return zip(kept, judged).map { record, assessed in
            var entry = Self(record, names: ImportedIncident(record).joiningTexts)
            entry.verdicts = assessed.keptVerdicts
            entry.settled = settlement.outcome(of: assessed)
            return entry
        }
    }

    fileprivate init(_ record: ImportedIncident, role: KeptRecord.Role) {
        var incident = record.incident.value
        let actions = incident.hasStory ? incident.actions : []
        // Fragments may stand for milestones once they are joined.
        if role != .fragment { incident.keepEvidence() }
        self.init(
            KeptRecord(
                SharedIncident(incident), role: role, inferable: record.inferable, aliases: record.aliases,
                references: record.references),
            names: record.joiningTexts, actions: actions)
    }
}

extension ImportedExport {
    /// The records of an export as a database kept them.
    init(_ kept: KeptExport, source: SourceID, context: [KeptContext] = []) {
        self.init(source: source, dialect: kept.source.dialect)
        for (_, record) in kept.records {
            let imported = ImportedIncident(record)
            if record.role == .fragment { fragments.append(imported) } else { incidents.append(imported) }
        }
        for one in context {
            switch one {
            case .account(let account, let incidents): accounts.append(AccountDraft(account, incidents: incidents))
            case .deployment(let deployment): deployments.append(deployment)
            case .service(let service): services.append(service)
            }
        }
    }
}

extension ImportedIncident {
    fileprivate init(_ kept: KeptRecord) {
        self.init(
            kept.incident, inferable: kept.inferable, aliases: kept.aliases, references: kept.references,
            isMessage: kept.role == .message)
    }
}
