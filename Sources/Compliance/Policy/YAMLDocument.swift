import Diagnostics
import Yams

/// A policy file's text as a tree of nodes with their places.
struct YAMLDocument {
    let root: Node
    let places: TextPlaces

    /// Bytes; a policy of a hundred clocks has a tenth of it.
    static let sizeLimit = 256 * 1024
    /// How many aliases (`*name`) a text may have: enough to share a table, too few to blow up.
    static let aliasLimit = 32

    /// The tree, or the one fault that kept it from being made.
    static func compose(_ yaml: String, source: SourceID) -> Result<YAMLDocument, YAMLFault> {
        guard yaml.utf8.count <= sizeLimit else {
            return .failure(
                YAMLFault(
                    Diagnostic(
                        .policyTooLarge, "the policy has more than \(sizeLimit / 1024) KiB", at: .whole(source))))
        }
        let places = TextPlaces(yaml, source: source)
        if let alias = aliasBeyondLimit(in: yaml) {
            return .failure(
                YAMLFault(
                    Diagnostic(
                        .policyTooLarge, "the policy has more than \(aliasLimit) aliases (`*name`)",
                        at: places.origin(offset: alias, path: ""), help: "write the values out")))
        }
        do {
            let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                return .failure(
                    YAMLFault(Diagnostic(.policyNotYAML, "the policy is empty", at: .whole(source))))
            }
            return .success(YAMLDocument(root: root, places: places))
        } catch let error as YamlError {
            return .failure(YAMLFault(diagnostic(of: error, places: places, source: source)))
        } catch {
            return .failure(YAMLFault(Diagnostic(.policyNotYAML, "the policy cannot be read", at: .whole(source))))
        }
    }

    private static func diagnostic(of error: YamlError, places: TextPlaces, source: SourceID) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let lead = context.map { $0.text + ": " } ?? ""
            return Diagnostic(
                .policyNotYAML, lead + problem, at: places.origin(line: mark.line, column: mark.column, path: ""))
        case .reader(let problem, _, let value, _):
            let digits = String(max(0, value), radix: 16, uppercase: true)
            return Diagnostic(.policyNotYAML, "\(problem) (U+\(digits))", at: .whole(source))
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let first = context.mark
            let again = places.line(after: first.line, withKey: key, atColumn: first.column)
            let origin = places.origin(line: again ?? first.line, column: first.column, path: key)
            let where_ = again == nil ? "" : ", first on line \(first.line)"
            return Diagnostic(.policyDuplicateKey, "the key `\(key)` stands here twice\(where_)", at: origin)
        default:
            return Diagnostic(.policyNotYAML, "the policy cannot be read as YAML", at: .whole(source))
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
struct YAMLFault: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension DiagnosticCode {
    static let policyNotYAML = DiagnosticCode(
        "policy-not-yaml", .error, "The policy is not YAML",
        """
        The policy file breaks YAML's own rules, so nothing in it could be read. The line is the one where the reader \
        gave up; the cause often stands just before it: a missing colon or quote, a tab, an indentation.
        """)
    static let policyTooLarge = DiagnosticCode(
        "policy-too-large", .error, "The policy is too large",
        """
        A policy file may have 256 KiB and 32 aliases. Beyond that it is refused before it is read, because nested \
        aliases can make a small text expand without end.
        """)
    static let policyDuplicateKey = DiagnosticCode(
        "policy-duplicate-key", .error, "A key stands twice in the policy",
        """
        Two entries with the same key stand at the same level, a clock id for example, and only one of them could \
        hold. Remove one. Nothing else in the file has been checked.
        """)
}
