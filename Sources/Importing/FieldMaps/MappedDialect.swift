import Diagnostics
package import IncidentModel
package import Syntax

/// A dialect that a field map describes.
package struct MappedDialect: ExportDialect {
    let map: FieldMap

    package var name: String { map.name }
    package var system: String { map.system }
    package var kind: SystemKind { map.kind }
    package var summary: String { "exports that the field map `\(map.name)` describes" }
    package var howToExport: String { "as the field map's author says" }
    package var milestones: [Milestone] { map.milestones }
    package var records: RecordPath { map.records }
    package var signature: Signature { map.signature }
    package var writesUTC: Bool { false }
    package var zone: Zone? { map.zone }

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        map.apply(to: &draft, from: record, using: stamps, depth: depth)
        return .incident(draft)
    }
}

/// A known dialect in which a field map reads some facts from other fields.
package struct OverriddenDialect: ExportDialect {
    let base: any ExportDialect
    let map: FieldMap

    package var name: String { base.name }
    package var system: String { base.system }
    package var kind: SystemKind { base.kind }
    package var summary: String { base.summary + ", with the field map `\(map.name)`" }
    package var howToExport: String { base.howToExport }
    package var milestones: [Milestone] {
        Milestone.allCases.filter { base.milestones.contains($0) || map.milestones.contains($0) }
    }
    package var records: RecordPath { base.records }
    package var signature: Signature { base.signature }
    package var writesUTC: Bool { base.writesUTC && map.zone == nil }
    package var zone: Zone? { map.zone ?? base.zone }
    package var readsLessForFigures: Bool { base.readsLessForFigures }

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let draft = base.draft(from: record, using: stamps, depth: depth)
        guard case .incident(var incident) = draft else { return draft }
        map.apply(to: &incident, from: record, using: stamps, depth: depth)
        return .incident(incident)
    }
}

extension FieldMap {
    fileprivate var milestones: [Milestone] {
        Milestone.allCases.filter { milestone in
            fields.contains { $0.fact == .milestone(milestone) }
        }
    }
}
