package import Diagnostics
package import IncidentModel
import Syntax

/// A field map as a YAML file says it. `Templates/field-maps/` shows both kinds, every key explained.
package enum FieldMapFile {
    /// The map, or every fault of the file with its line; `nil` where there is any.
    package static func read(
        _ yaml: String, source: SourceID, dialects: DialectCatalog, zone: @escaping (String) -> Zone?
    ) -> Outcome<FieldMap?> {
        switch YAMLDocument.compose(yaml, source: source, as: .fieldMap) {
        case .failure(let fault): return Outcome(nil, [fault.diagnostic])
        case .success(let document):
            var reader = FieldMapReader(yaml: YAMLReader(document), dialects: dialects, zone: zone)
            let map = reader.map()
            let faults = reader.yaml.diagnosticsInOrder
            return Outcome(faults.allSatisfy { $0.level < .error } ? map : nil, faults)
        }
    }
}

/// Reads the parts of a field map and notes every fault.
struct FieldMapReader {
    var yaml: YAMLReader
    let dialects: DialectCatalog
    let zone: (String) -> Zone?

    mutating func map() -> FieldMap? {
        let root = yaml.root
        let optional: Set = [
            "extends", "name", "system", "kind", "format", "records", "recognize", "zone", "time", "timeline",
            "severities",
        ]
        guard let fields = yaml.fields(root, optional.sorted() + ["fields"], optional: optional) else { return nil }
        let base = fields["extends"].flatMap { known($0) }
        let isOwn = fields["extends"] == nil
        for key in isOwn ? ["name", "format"] : [] where fields[key] == nil {
            yaml.note(.fieldMapMissingKey, "a map of its own lacks the key `\(key)`", at: root.origin)
        }
        for key in ["format", "records", "recognize", "system", "kind"] where !isOwn {
            if let field = fields[key] {
                yaml.note(
                    .fieldMapUnknownKey, "`\(key)` is the known dialect's, and cannot be changed", at: field.origin)
            }
        }
        let form = fields["time"].flatMap { stampForm($0) } ?? .standard
        let mapped = fields["fields"].map { mappedFields($0, form) } ?? []
        if isOwn, fields["fields"] != nil, !mapped.contains(where: { $0.fact == .word(.id) }) {
            yaml.note(
                .fieldMapMissingKey, "`fields` lacks the key `id`: an incident without an id cannot be quoted",
                at: root.origin)
        }
        let name = fields["name"].flatMap { yaml.text($0) } ?? base?.name ?? "field-map"
        let records = base?.records ?? recordPath(fields)
        return FieldMap(
            base: base?.name, name: name, system: base?.system ?? fields["system"].flatMap { yaml.text($0) } ?? name,
            kind: base?.kind ?? fields["kind"].flatMap { kind($0) } ?? .ticketing, records: records,
            signature: signature(fields["recognize"], mapped), zone: fields["zone"].flatMap { zone($0) },
            fields: mapped, timeline: fields["timeline"].flatMap { timeline($0, form) },
            severities: fields["severities"].map { severities($0) } ?? [:], origin: root.origin)
    }

    private mutating func known(_ entry: YAMLEntry) -> (any ExportDialect)? {
        guard let name = yaml.text(entry) else { return nil }
        if let dialect = dialects.dialect(named: name) { return dialect }
        yaml.note(
            .fieldMapUnknownDialect, "there is no dialect `\(name)`", at: entry.origin,
            help: NearestWord.to(name, among: dialects.all.map(\.name)).map { "did you mean `\($0)`?" }
                ?? "`debrief list dialects` shows those that are known")
        return nil
    }

    private mutating func kind(_ entry: YAMLEntry) -> SystemKind? {
        guard let word = yaml.text(entry) else { return nil }
        if let kind = SystemKind(rawValue: word) { return kind }
        yaml.wrongShape(entry, "one of " + SystemKind.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    private mutating func zone(_ entry: YAMLEntry) -> Zone? {
        guard let name = yaml.text(entry) else { return nil }
        if let zone = zone(name) { return zone }
        yaml.wrongShape(entry, "the IANA name of a time zone such as `Europe/Berlin`")
        return nil
    }

    mutating func stampForm(_ entry: YAMLEntry) -> StampForm? {
        guard let word = yaml.text(entry) else { return nil }
        switch word {
        case "standard": return .standard
        case "mail": return .rfc2822
        case "epoch-seconds": return .epochSeconds
        case "epoch-milliseconds": return .epochMilliseconds
        default:
            if let pattern = StampPattern(word) { return .pattern(pattern) }
            yaml.wrongShape(
                entry,
                "`standard`, `mail`, `epoch-seconds`, `epoch-milliseconds`, or a pattern such as `dd/MM/yyyy HH:mm`")
            return nil
        }
    }

    private mutating func severities(_ entry: YAMLEntry) -> [String: Severity] {
        var table: [String: Severity] = [:]
        for pair in yaml.pairs(entry) ?? [] {
            guard let severity = Severity(rawValue: pair.key.lowercased()) else {
                yaml.unknownKey(pair, known: Severity.allCases.map(\.rawValue))
                continue
            }
            for word in yaml.words(pair.value) ?? [] { table[word.value] = severity }
        }
        return table
    }
}
