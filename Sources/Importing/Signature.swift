package import Syntax

/// What tells a dialect's exports from all others: fields of the first record, by their paths.
///
/// Everything that is asked for can be named to a user who wants to know why a file was taken for what it was.
package struct Signature: Sendable {
    /// All of these stand in the first record.
    package var has: [String]
    /// At least one of these does; no demand where it is empty.
    package var hasAny: [String]
    /// None of these does.
    package var lacks: [String]
    /// Fields that hold one of these values.
    package var values: [(field: String, anyOf: [String])]
    /// The root element (XML) is one of these; no demand where it is empty.
    package var roots: [String]
    /// Keys of the root object that show such an export even where it holds no record: `{"incidents": [], "more": false}`.
    package var envelope: [String]

    package init(
        has: [String] = [], hasAny: [String] = [], lacks: [String] = [],
        values: [(field: String, anyOf: [String])] = [], roots: [String] = [], envelope: [String] = []
    ) {
        self.has = has
        self.hasAny = hasAny
        self.lacks = lacks
        self.values = values
        self.roots = roots
        self.envelope = envelope
    }

    /// Whether an input's head bears it, where records stand at `records`.
    package func fits(_ head: ExportHead, records: RecordPath) -> Bool {
        faults(head, records: records)?.isEmpty ?? false
    }

    /// What an input's head lacks of it; `nil` where the syntax is another one altogether.
    package func faults(_ head: ExportHead, records: RecordPath) -> [String]? {
        guard records.isSpoken(by: head) else { return nil }
        var faults: [String] = []
        if !roots.isEmpty, let xml = head.xml, !roots.contains(xml.root) {
            faults.append("the root is <\(xml.root)>, not <\(roots.joined(separator: "> or <"))>")
        }
        let fields = head.fields(of: records)
        guard !fields.isEmpty else {
            // A document without a record, or whose declaration is refused before one is met.
            if let root = head.root, roots.contains(root) { return faults }
            if !envelope.isEmpty, envelope.allSatisfy(head.rootKeys.contains) { return faults }
            return faults + ["no record is in sight"]
        }
        faults += has.filter { !fields.contains($0) }.map { "no `\($0)`" }
        if !hasAny.isEmpty, !hasAny.contains(where: fields.contains) {
            faults.append("none of " + hasAny.map { "`\($0)`" }.joined(separator: ", "))
        }
        faults += lacks.filter(fields.contains).map { "there is a `\($0)`" }
        for value in values where !value.anyOf.contains(head.value(of: value.field, path: records) ?? "") {
            faults.append("`\(value.field)` is not \(value.anyOf.joined(separator: " or "))")
        }
        return faults
    }

    /// In a few words, for messages.
    package var words: String {
        var parts: [String] = []
        if !roots.isEmpty { parts.append("root <\(roots.joined(separator: "> or <"))>") }
        if !has.isEmpty { parts.append("fields " + has.joined(separator: ", ")) }
        if !hasAny.isEmpty { parts.append("one of " + hasAny.joined(separator: ", ")) }
        if !lacks.isEmpty { parts.append("no " + lacks.joined(separator: ", no ")) }
        parts += values.map { "\($0.field) = \($0.anyOf.joined(separator: " or "))" }
        return parts.joined(separator: "; ")
    }
}

extension RecordPath {
    /// Whether an input is in this syntax at all.
    fileprivate func isSpoken(by head: ExportHead) -> Bool {
        switch self {
        case .json: head.json != nil
        case .xml: head.xml != nil
        case .csv: head.csv != nil
        }
    }
}
