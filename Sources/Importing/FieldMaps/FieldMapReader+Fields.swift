import Diagnostics
import IncidentModel
import Syntax

extension FieldMapReader {
    /// `fields`: fact → path, or path and the form of its moments.
    mutating func mappedFields(_ entry: YAMLEntry, _ form: StampForm) -> [MappedField] {
        var mapped: [MappedField] = []
        for pair in yaml.pairs(entry) ?? [] {
            guard let fact = MappedField.Fact(pair.key) else {
                yaml.unknownKey(pair, known: MappedField.Fact.keys)
                continue
            }
            guard pair.value.kind == .mapping else {
                if let path = path(pair.value) { mapped.append(MappedField(fact: fact, path: path, form: form)) }
                continue
            }
            guard let fields = yaml.fields(pair.value, ["path", "time"], optional: ["time"]) else { continue }
            guard let path = path(fields["path"]) else { continue }
            if let time = fields["time"], case .word = fact {
                yaml.note(.fieldMapUnknownKey, "`\(pair.key)` is no moment, and has no `time`", at: time.origin)
            }
            mapped.append(
                MappedField(fact: fact, path: path, form: fields["time"].flatMap { stampForm($0) } ?? form))
        }
        return mapped
    }

    /// A path in dots; a name that holds dots itself is one of a list of steps.
    mutating func path(_ entry: YAMLEntry?) -> FieldPath? {
        guard let entry else { return nil }
        guard entry.kind == .list else { return yaml.text(entry).map { FieldPath($0) } }
        let steps = (yaml.items(entry) ?? []).compactMap { yaml.text($0) }
        return steps.isEmpty ? nil : FieldPath(steps: steps)
    }

    mutating func timeline(_ entry: YAMLEntry, _ form: StampForm) -> MappedTimeline? {
        let keys = ["list", "at", "text", "actor", "time"]
        guard let fields = yaml.fields(entry, keys, optional: ["actor", "time"]) else { return nil }
        let list = path(fields["list"])
        let at = path(fields["at"])
        let text = path(fields["text"])
        let actor = path(fields["actor"])
        let own = fields["time"].flatMap { stampForm($0) }
        guard let list, let at, let text else { return nil }
        return MappedTimeline(list: list, at: at, form: own ?? form, text: text, actor: actor)
    }

    /// `format` and `records`: JSON with the paths of its lists, XML with the names of its elements, or CSV.
    mutating func recordPath(_ fields: [String: YAMLEntry]) -> RecordPath {
        let records = fields["records"].map { entry in
            entry.kind == .list
                ? (yaml.items(entry) ?? []).compactMap { yaml.text($0) } : [yaml.text(entry)].compactMap { $0 }
        }
        guard let format = fields["format"], let word = yaml.text(format) else { return .csv }
        switch word {
        case "csv": return .csv
        case "json", "ndjson": return .json(arrays: records ?? [])
        case "xml":
            // `channel/item`: elements below a path of others.
            let paths = (records ?? []).map { $0.split(separator: "/").map(String.init) }
            guard let below = paths.first?.dropLast(), !paths.contains(where: { $0.dropLast() != below }) else {
                yaml.note(
                    .fieldMapMissingKey, "`records` must name the elements that are records, all below one path",
                    at: format.origin)
                return .xml(elements: [])
            }
            return .xml(elements: paths.compactMap(\.last), below: Array(below))
        default:
            yaml.wrongShape(format, "`json`, `ndjson`, `xml` or `csv`")
            return .csv
        }
    }

    /// `recognize`: fields that such an export has, and those that it lacks; the fields of the map where it is left out.
    mutating func signature(_ entry: YAMLEntry?, _ mapped: [MappedField]) -> Signature {
        guard let entry else {
            return Signature(has: mapped.filter { $0.fact == .word(.id) }.map(\.path.spelling))
        }
        guard let fields = yaml.fields(entry, ["has", "lacks"], optional: ["has", "lacks"]) else {
            return Signature()
        }
        func names(_ entry: YAMLEntry?) -> [String] {
            guard let entry else { return [] }
            return (yaml.items(entry) ?? []).compactMap { yaml.text($0) }
        }
        let has = names(fields["has"])
        let lacks = names(fields["lacks"])
        return Signature(has: has, lacks: lacks)
    }
}
