package import Diagnostics
internal import Yams

/// The text of a YAML file that a user writes, a policy or a field map, as a tree of nodes with their places.
package struct YAMLDocument {
    let root: Node
    let places: YAMLPlaces
    let vocabulary: YAMLVocabulary

    /// Bytes; a policy of a hundred clocks has a tenth of it.
    static let sizeLimit = 256 * 1024
    /// How many aliases (`*name`) a text may have: enough to share a table, too few to blow up.
    static let aliasLimit = 32

    /// The tree, or the one fault that kept it from being made.
    package static func compose(
        _ yaml: String, source: SourceID, as vocabulary: YAMLVocabulary
    ) -> Result<YAMLDocument, YAMLFault> {
        let name = vocabulary.name
        guard yaml.utf8.count <= sizeLimit else {
            return .failure(
                YAMLFault(
                    Diagnostic(
                        vocabulary.tooLarge, "the \(name) has more than \(sizeLimit / 1024) KiB", at: .whole(source))))
        }
        let places = YAMLPlaces(yaml, source: source)
        if let alias = aliasBeyondLimit(in: yaml) {
            return .failure(
                YAMLFault(
                    Diagnostic(
                        vocabulary.tooLarge, "the \(name) has more than \(aliasLimit) aliases (`*name`)",
                        at: places.origin(offset: alias, path: ""), help: "write the values out")))
        }
        do {
            let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                return .failure(
                    YAMLFault(Diagnostic(vocabulary.notYAML, "the \(name) is empty", at: .whole(source))))
            }
            return .success(YAMLDocument(root: root, places: places, vocabulary: vocabulary))
        } catch let error as YamlError {
            return .failure(YAMLFault(diagnostic(of: error, places: places, source: source, vocabulary)))
        } catch {
            return .failure(YAMLFault(Diagnostic(vocabulary.notYAML, "the \(name) cannot be read", at: .whole(source))))
        }
    }

    private static func diagnostic(
        of error: YamlError, places: YAMLPlaces, source: SourceID, _ vocabulary: YAMLVocabulary
    ) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let lead = context.map { $0.text + ": " } ?? ""
            return Diagnostic(
                vocabulary.notYAML, lead + problem, at: places.origin(line: mark.line, column: mark.column, path: ""))
        case .reader(let problem, _, let value, _):
            let digits = String(max(0, value), radix: 16, uppercase: true)
            return Diagnostic(vocabulary.notYAML, "\(problem) (U+\(digits))", at: .whole(source))
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let first = context.mark
            let again = places.line(after: first.line, withKey: key, atColumn: first.column)
            let origin = places.origin(line: again ?? first.line, column: first.column, path: key)
            let where_ = again == nil ? "" : ", first on line \(first.line)"
            return Diagnostic(vocabulary.duplicateKey, "the key `\(key)` stands here twice\(where_)", at: origin)
        default:
            return Diagnostic(vocabulary.notYAML, "the \(vocabulary.name) cannot be read as YAML", at: .whole(source))
        }
    }

    /// The offset of the first alias too many, counted by what looks like one: `*` between a separator and a letter.
    /// Aliases multiply what stands behind them, so they are counted before anything is built.
    private static func aliasBeyondLimit(in yaml: String) -> Int? {
        var count = 0
        var before = UInt8(ascii: "\n")
        var isAfterStar = false
        for (offset, byte) in yaml.utf8.enumerated() {
            if isAfterStar, !separators.contains(byte) {
                count += 1
                if count > aliasLimit { return offset - 1 }
            }
            isAfterStar = byte == UInt8(ascii: "*") && separators.contains(before)
            before = byte
        }
        return nil
    }

    private static let separators = Set(" \t\r\n[]{},:?-".utf8)
}

/// Why a text has no tree.
package struct YAMLFault: Error {
    package let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
