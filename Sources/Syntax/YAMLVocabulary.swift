package import Diagnostics

/// How faults of one kind of YAML file are told: what the file is called, and the codes of its own.
package struct YAMLVocabulary: Sendable {
    /// In a sentence: `policy`, `field map`.
    package let name: String
    /// The text breaks YAML's own rules.
    package let notYAML: DiagnosticCode
    /// The text is too large, or has too many aliases.
    package let tooLarge: DiagnosticCode
    package let duplicateKey: DiagnosticCode
    package let unknownKey: DiagnosticCode
    package let missingKey: DiagnosticCode
    /// A list where a value belongs, and the like.
    package let wrongShape: DiagnosticCode
    /// A number that is none, or out of its range.
    package let badNumber: DiagnosticCode

    package init(
        name: String, notYAML: DiagnosticCode, tooLarge: DiagnosticCode, duplicateKey: DiagnosticCode,
        unknownKey: DiagnosticCode, missingKey: DiagnosticCode, wrongShape: DiagnosticCode, badNumber: DiagnosticCode
    ) {
        self.name = name
        self.notYAML = notYAML
        self.tooLarge = tooLarge
        self.duplicateKey = duplicateKey
        self.unknownKey = unknownKey
        self.missingKey = missingKey
        self.wrongShape = wrongShape
        self.badNumber = badNumber
    }
}
