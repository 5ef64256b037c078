import Diagnostics
import Syntax

/// Reads values out of a policy's tree and notes every fault, not only the first.
typealias PolicyReader = YAMLReader
/// A value of a policy file, and the path of keys that leads to it.
typealias PolicyEntry = YAMLEntry
/// One pair of a mapping in a policy file.
typealias PolicyPair = YAMLPair

extension YAMLVocabulary {
    static let policy = YAMLVocabulary(
        name: "policy", notYAML: .policyNotYAML, tooLarge: .policyTooLarge, duplicateKey: .policyDuplicateKey,
        unknownKey: .policyUnknownKey, missingKey: .policyMissingKey, wrongShape: .policyWrongShape,
        badNumber: .policyBadNumber)
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
    static let policyBadNumber = DiagnosticCode(
        "policy-bad-number", .error, "A number in the policy cannot be used",
        """
        Counts of incidents are whole numbers from 1 up; the significance and the share of high usage are numbers \
        between 0 and 1; the night begins and ends at whole hours from 0 to 23, two different ones; amounts, intervals \
        and factors are numbers above 0.
        """)
}
