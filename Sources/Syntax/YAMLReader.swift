package import Diagnostics
internal import Yams

/// Reads values out of a YAML tree and notes every fault, not only the first.
package struct YAMLReader {
    private let document: YAMLDocument
    package private(set) var diagnostics: [Diagnostic] = []

    package init(_ document: YAMLDocument) { self.document = document }

    package var vocabulary: YAMLVocabulary { document.vocabulary }

    /// The whole document.
    package var root: YAMLEntry { entry(document.root, path: "") }

    /// All faults, in the order of the file.
    package var diagnosticsInOrder: [Diagnostic] {
        let whole = Origin.whole(document.places.source)
        return diagnostics.enumerated()
            .sorted { ($0.element.origin ?? whole, $0.offset) < ($1.element.origin ?? whole, $1.offset) }
            .map(\.element)
    }

    func entry(_ node: Node, path: String) -> YAMLEntry {
        let mark = node.mark
        let origin = document.places.origin(line: mark?.line ?? 1, column: mark?.column ?? 1, path: path)
        return YAMLEntry(node: node, path: path, origin: origin)
    }

    package mutating func note(_ code: DiagnosticCode, _ message: String, at origin: Origin, help: String? = nil) {
        diagnostics.append(Diagnostic(code, message, at: origin, help: help))
    }

    /// The pairs of a mapping, in the order of the file; `nil` and a fault where it is none.
    package mutating func pairs(_ entry: YAMLEntry) -> [YAMLPair]? {
        guard case .mapping(let mapping) = entry.node else {
            wrongShape(entry, "keys with values")
            return nil
        }
        var found: [YAMLPair] = []
        for (keyNode, valueNode) in mapping {
            guard case .scalar(let scalar) = keyNode else {
                wrongShape(self.entry(keyNode, path: entry.path), "a plain key")
                continue
            }
            let path = entry.path.isEmpty ? scalar.string : entry.path + "." + scalar.string
            found.append(
                YAMLPair(
                    key: scalar.string, origin: self.entry(keyNode, path: path).origin,
                    value: self.entry(valueNode, path: path)))
        }
        return found
    }

    /// A mapping of known keys, of which all but the `optional` ones must be there.
    package mutating func fields(_ entry: YAMLEntry, _ known: [String], optional: Set<String> = []) -> [String:
        YAMLEntry]?
    {
        guard let pairs = pairs(entry) else { return nil }
        var fields: [String: YAMLEntry] = [:]
        for pair in pairs {
            if known.contains(pair.key) {
                fields[pair.key] = pair.value
            } else {
                unknownKey(pair, known: known)
            }
        }
        for key in known where fields[key] == nil && !optional.contains(key) {
            let place = entry.path.isEmpty ? "the \(vocabulary.name)" : "`\(entry.path)`"
            note(vocabulary.missingKey, "\(place) lacks the key `\(key)`", at: entry.origin)
        }
        return fields
    }

    /// The keys of a mapping, whatever stands behind them.
    package func keys(of entry: YAMLEntry) -> [String] {
        guard case .mapping(let mapping) = entry.node else { return [] }
        return mapping.keys.compactMap { $0.scalar?.string }
    }

    package mutating func unknownKey(_ pair: YAMLPair, known: [String]) {
        note(
            vocabulary.unknownKey, "no key is called `\(pair.key)` here", at: pair.origin,
            help: NearestWord.to(pair.key, among: known).map { "did you mean `\($0)`?" }
                ?? "known keys: " + known.joined(separator: ", "))
    }

    /// The items of a list, in the order of the file.
    package mutating func items(_ entry: YAMLEntry) -> [YAMLEntry]? {
        guard case .sequence(let sequence) = entry.node else {
            wrongShape(entry, "a list")
            return nil
        }
        return sequence.enumerated().map { self.entry($1, path: "\(entry.path)[\($0)]") }
    }

    /// Text on one line that is more than white space.
    package mutating func text(_ entry: YAMLEntry?) -> String? {
        guard let entry else { return nil }
        guard case .scalar(let scalar) = entry.node, scalar.string.contains(where: { !$0.isWhitespace }),
            scalar.string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else {
            wrongShape(entry, "text on one line")
            return nil
        }
        return scalar.string
    }

    /// A list of words, in lower case.
    package mutating func words(_ entry: YAMLEntry?) -> [Sourced<String>]? {
        guard let entry, let items = items(entry) else { return nil }
        return items.compactMap { item in text(item).map { Sourced($0.lowercased(), item.origin) } }
    }

    package mutating func wrongShape(_ entry: YAMLEntry, _ expected: String) {
        let found =
            switch entry.node {
            case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "`\(scalar.string.prefix(40))`"
            case .mapping: "keys with values"
            case .sequence: "a list"
            case .alias: "an alias"
            }
        let place = entry.path.isEmpty ? "the \(vocabulary.name)" : "`\(entry.path)`"
        note(vocabulary.wrongShape, "\(place) must be \(expected), and is \(found)", at: entry.origin)
    }
}
