package import Diagnostics
package import IncidentModel
package import Syntax

/// What a user says about an export of their own: other fields for a known dialect, or a whole dialect.
package struct FieldMap: Sendable {
    /// The dialect that it changes; `nil` for a dialect of its own.
    package var base: String?
    package var name: String
    package var system: String
    package var kind: SystemKind
    package var records: RecordPath
    package var signature: Signature
    /// The zone of stamps that name none.
    package var zone: Zone?
    package var fields: [MappedField]
    package var timeline: MappedTimeline?
    /// What the export's severity words mean, in lower case.
    package var severities: [String: Severity]
    /// Where in its file it begins.
    package var origin: Origin

    /// The dialect that it describes, among those that are known.
    package func dialect(among known: DialectCatalog) -> (any ExportDialect)? {
        guard let base else { return MappedDialect(map: self) }
        return known.dialect(named: base).map { OverriddenDialect(base: $0, map: self) }
    }
}

extension DialectCatalog {
    /// With the dialect of a field map: one that changes a known dialect takes its place, a new one is tried first.
    package func adding(_ map: FieldMap) -> DialectCatalog {
        guard let dialect = map.dialect(among: self) else { return self }
        return DialectCatalog([dialect] + all.filter { $0.name != dialect.name })
    }
}

extension WordTable {
    /// With the severity words of a field map, which count before the policy's.
    package func adding(_ map: FieldMap) -> WordTable {
        var table = self
        table.severities[map.system, default: [:]].merge(map.severities) { _, new in new }
        return table
    }
}
