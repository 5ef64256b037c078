import Diagnostics
import IncidentModel
import Yams

/// A value of a policy file, and the path of keys that leads to it.
struct PolicyEntry {
    let node: Node
    /// `clocks.triage.limits`; empty at the root.
    let path: String
    let origin: Origin
}

/// One pair of a mapping.
struct PolicyPair {
    let key: String
    /// Where the key stands.
    let origin: Origin
    let value: PolicyEntry
}

/// Reads values out of a policy's tree and notes every fault, not only the first.
struct PolicyReader {
    let places: TextPlaces
    var diagnostics: [Diagnostic] = []

    init(_ places: TextPlaces) { self.places = places }

    func entry(_ node: Node, path: String) -> PolicyEntry {
        let mark = node.mark
        let origin = places.origin(line: mark?.line ?? 1, column: mark?.column ?? 1, path: path)
        return PolicyEntry(node: node, path: path, origin: origin)
    }

    mutating func note(_ code: DiagnosticCode, _ message: String, at origin: Origin, help: String? = nil) {
        diagnostics.append(Diagnostic(code, message, at: origin, help: help))
    }

    /// The pairs of a mapping, in the order of the file; `nil` and a fault where it is none.
    mutating func pairs(_ entry: PolicyEntry) -> [PolicyPair]? {
        guard case .mapping(let mapping) = entry.node else {
            wrongShape(entry, "keys with values")
            return nil
        }
        var found: [PolicyPair] = []
        for (keyNode, valueNode) in mapping {
            guard case .scalar(let scalar) = keyNode else {
                wrongShape(self.entry(keyNode, path: entry.path), "a plain key")
                continue
            }
            let path = entry.path.isEmpty ? scalar.string : entry.path + "." + scalar.string
            found.append(
                PolicyPair(
                    key: scalar.string, origin: self.entry(keyNode, path: path).origin,
                    value: self.entry(valueNode, path: path)))
        }
        return found
    }

    /// A mapping of known keys, of which all but the `optional` ones must be there.
    mutating func fields(_ entry: PolicyEntry, _ known: [String], optional: Set<String> = []) -> [String: PolicyEntry]?
    {
        guard let pairs = pairs(entry) else { return nil }
        var fields: [String: PolicyEntry] = [:]
        for pair in pairs {
            if known.contains(pair.key) {
                fields[pair.key] = pair.value
            } else {
                unknownKey(pair, known: known)
            }
        }
        for key in known where fields[key] == nil && !optional.contains(key) {
            let place = entry.path.isEmpty ? "the policy" : "`\(entry.path)`"
            note(.policyMissingKey, "\(place) lacks the key `\(key)`", at: entry.origin)
        }
        return fields
    }

    mutating func unknownKey(_ pair: PolicyPair, known: [String]) {
        note(
            .policyUnknownKey, "no key is called `\(pair.key)` here", at: pair.origin,
            help: NearestWord.to(pair.key, among: known).map { "did you mean `\($0)`?" }
                ?? "known keys: " + known.joined(separator: ", "))
    }

    /// The items of a list, in the order of the file.
    mutating func items(_ entry: PolicyEntry) -> [PolicyEntry]? {
        guard case .sequence(let sequence) = entry.node else {
            wrongShape(entry, "a list")
            return nil
        }
        return sequence.enumerated().map { self.entry($1, path: "\(entry.path)[\($0)]") }
    }

    /// Text on one line that is more than white space.
    mutating func text(_ entry: PolicyEntry?) -> String? {
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
    mutating func words(_ entry: PolicyEntry?) -> [Sourced<String>]? {
        guard let entry, let items = items(entry) else { return nil }
        return items.compactMap { item in text(item).map { Sourced($0.lowercased(), item.origin) } }
    }

    mutating func wrongShape(_ entry: PolicyEntry, _ expected: String) {
        let found =
            switch entry.node {
            case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "`\(scalar.string.prefix(40))`"
            case .mapping: "keys with values"
            case .sequence: "a list"
            case .alias: "an alias"
            }
        let place = entry.path.isEmpty ? "the policy" : "`\(entry.path)`"
        note(.policyWrongShape, "\(place) must be \(expected), and is \(found)", at: entry.origin)
    }
}

extension DiagnosticCode {
    static let policyUnknownKey = DiagnosticCode(
        "policy-unknown-key", .error, "The policy has a key that nothing reads",
        """
        A key that the program does not know is an error and never ignored: a mistyped key would leave a promise \
        unchanged without a word. The help line names the nearest known key.
        """)
    static let policyMissingKey = DiagnosticCode(
        "policy-missing-key", .error, "The policy lacks a key",
        """
        Every number and word that judges an incident stands in the policy file; none has a default in the program. \
        Copy the key from the standard policy (`debrief init DIR` writes it out) and set it.
        """)
    static let policyWrongShape = DiagnosticCode(
        "policy-wrong-shape", .error, "A value in the policy has the wrong shape",
        """
        A list stands where one value belongs, or text where keys belong. The standard policy (`debrief init DIR` \
        writes it out) shows every key in its right shape.
        """)
}
