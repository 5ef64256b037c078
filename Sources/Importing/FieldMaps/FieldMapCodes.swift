import Diagnostics
import Syntax

extension YAMLVocabulary {
    /// Field maps.
    static let fieldMap = YAMLVocabulary(
        name: "field map", notYAML: .fieldMapNotYAML, tooLarge: .fieldMapTooLarge,
        duplicateKey: .fieldMapDuplicateKey, unknownKey: .fieldMapUnknownKey, missingKey: .fieldMapMissingKey,
        wrongShape: .fieldMapWrongShape, badNumber: .fieldMapWrongShape)
}

extension DiagnosticCode {
    static let fieldMapNotYAML = DiagnosticCode(
        "field-map-not-yaml", .error, "a field map is not YAML",
        """
        The field map breaks YAML's own rules, so nothing in it could be read. The line is the one where the reader \
        gave up; the cause often stands just before it: a missing colon or quote, a tab, an indentation.
        """)
    static let fieldMapTooLarge = DiagnosticCode(
        "field-map-too-large", .error, "a field map is too large",
        "A field map may have 256 KiB and 32 aliases. Beyond that it is refused before it is read.")
    static let fieldMapDuplicateKey = DiagnosticCode(
        "field-map-duplicate-key", .error, "a key stands twice in a field map",
        "Two entries with the same key stand at one level, and only one of them could hold. Remove one.")
    static let fieldMapUnknownKey = DiagnosticCode(
        "field-map-unknown-key", .error, "a field map has a key that nothing reads",
        """
        A key that the program does not know is an error and never ignored: a mistyped fact would stay empty without a \
        word. The help line names the nearest known key.
        """)
    static let fieldMapMissingKey = DiagnosticCode(
        "field-map-missing-key", .error, "a field map lacks a key",
        """
        A map of its own needs a name, the format of the export, and the field that holds the id. `debrief init DIR` \
        writes examples with every key explained.
        """)
    static let fieldMapWrongShape = DiagnosticCode(
        "field-map-wrong-shape", .error, "a value in a field map has the wrong shape",
        """
        A list stands where one value belongs, or a word that means nothing there. `debrief init DIR` writes examples \
        with every key in its right shape.
        """)
    static let fieldMapUnknownDialect = DiagnosticCode(
        "field-map-unknown-dialect", .error, "a field map changes a dialect that does not exist",
        "The key `extends` names a dialect that the program does not know. `debrief list dialects` shows those that it does."
    )
}
