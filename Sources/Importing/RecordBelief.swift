import Diagnostics
import IncidentModel
import Syntax

/// What came of one record at the gate.
enum RecordBelief: Sendable {
    case incident(ImportedIncident)
    indirect case fragment(ImportedIncident)
    indirect case account(AccountDraft)
    indirect case deployment(Deployment)
    indirect case service(ServiceProfile)
    indirect case setAside(SetAside)
    case several([RecordBelief])
    /// One of several in a record: the others are used.
    indirect case rejected(RejectedRecord)
    /// The record was rejected, and the reader's notes say why.
    case nothing

    init(_ record: RecordReader, _ draft: consuming Draft, gate: Gate, depth: ReadingDepth) {
        switch draft {
        case .incident(let draft):
            if let reason = gate.setAside(draft) {
                self = .setAside(reason)
                return
            }
            let believed = Self.believed(record, draft, gate, depth, isFragment: false)
            self = believed.map(Self.incident) ?? .nothing
        case .fragment(let draft):
            let believed = Self.believed(record, draft, gate, depth, isFragment: true)
            self = believed.map(Self.fragment) ?? .nothing
        case .account(let account): self = .account(account)
        case .deployment(let deployment): self = .deployment(deployment)
        case .service(let service): self = .service(service)
        case .setAside(let record): self = .setAside(record)
        case .several(let drafts):
            self = .several(drafts.map { Self.oneOfSeveral(record, $0, gate, depth) })
        case .unusable(let reason):
            record.notes.reject(because: reason)
            self = .nothing
        }
    }

    private static func oneOfSeveral(
        _ record: RecordReader, _ draft: Draft, _ gate: Gate, _ depth: ReadingDepth
    ) -> RecordBelief {
        let reason: Diagnostic?
        switch draft {
        case .unusable(let diagnostic): reason = diagnostic
        case .incident(let draft) where draft.id == nil && gate.setAside(draft) == nil:
            reason = gate.believe(draft, depth: depth).diagnostics.first
        default: reason = nil
        }
        guard let reason else { return RecordBelief(record, draft, gate: gate, depth: depth) }
        record.notes.add(reason)
        return .rejected(record.rejected(because: reason))
    }

    private static func believed(
        _ record: RecordReader, _ draft: IncidentDraft, _ gate: Gate, _ depth: ReadingDepth, isFragment: Bool
    ) -> ImportedIncident? {
        let outcome = gate.believe(draft, depth: depth, isFragment: isFragment)
        guard let incident = outcome.value else {
            for reason in outcome.diagnostics { record.notes.reject(because: reason) }
            return nil
        }
        for diagnostic in outcome.diagnostics { record.notes.add(diagnostic) }
        return ImportedIncident(
            incident, inferable: draft.inferable, aliases: draft.aliases, references: gate.references(of: draft),
            isMessage: draft.isMessage)
    }
}
