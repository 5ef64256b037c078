import Diagnostics
import Syntax
import Testing

@Suite struct YAMLReaderTests {
    private static func code(_ id: String) -> DiagnosticCode { DiagnosticCode(id, .error, "…", "…") }

    private static let map = YAMLVocabulary(
        name: "field map", notYAML: code("map-yaml"), tooLarge: code("map-large"), duplicateKey: code("map-twice"),
        unknownKey: code("map-unknown"), missingKey: code("map-missing"), wrongShape: code("map-shape"),
        badNumber: code("map-number"))

    @Test func `values are read with their places, in the order of the file`() throws {
        var reader = YAMLReader(
            try YAMLDocument.compose(
                "fields:\n  title: Betreff\n  id: Nr\nwords: [Hoch, 1]\ncount: 3\n", source: SourceID(2), as: Self.map
            ).get())
        let root = reader.fields(reader.root, ["fields", "words", "count", "note"], optional: ["note"]) ?? [:]
        let pairs = root["fields"].flatMap { reader.pairs($0) } ?? []
        #expect(pairs.map(\.key) == ["title", "id"])
        #expect(pairs.map { reader.text($0.value) } == ["Betreff", "Nr"])
        #expect(pairs.map(\.value.path) == ["fields.title", "fields.id"])
        #expect(pairs.map(\.origin.column) == [3, 3])
        #expect(pairs.map(\.value.origin.line) == [2, 3])
        #expect(reader.words(root["words"])?.map(\.value) == ["hoch", "1"])
        #expect(reader.count(root["count"]) == 3)
        #expect(reader.diagnostics.isEmpty)
    }

    @Test(
        arguments: [
            ("", "map-yaml", "the field map is empty"),
            ("a: [", "map-yaml", nil), ("a: 1\na: 2", "map-twice", "the key `a` stands here twice, first on line 1"),
            (String(repeating: "a: 1\n", count: 100_000), "map-large", "the field map has more than 256 KiB"),
            (String(repeating: "- *a\n", count: 33), "map-large", "the field map has more than 32 aliases (`*name`)"),
        ] as [(String, String, String?)])
    func `a text without a tree is told in the words of its kind`(yaml: String, code: String, message: String?) {
        guard case .failure(let fault) = YAMLDocument.compose(yaml, source: SourceID(0), as: Self.map) else {
            Issue.record("a tree was made")
            return
        }
        #expect(fault.diagnostic.code.id == code)
        #expect(message == nil || fault.diagnostic.message == message)
    }

    @Test func `faults are told in the words of their kind, in the order of the file`() throws {
        let yaml = "titel: x\nwords: y\nshare: 2\n"
        var reader = YAMLReader(try YAMLDocument.compose(yaml, source: SourceID(0), as: Self.map).get())
        let root = reader.fields(reader.root, ["title", "words", "share"]) ?? [:]
        #expect(reader.share(root["share"]) == nil)
        #expect(reader.words(root["words"]) == nil)
        let said = reader.diagnosticsInOrder.map { "\($0.code.id) \($0.origin?.line ?? 0) \($0.message)" }
        #expect(
            said == [
                "map-unknown 1 no key is called `titel` here", "map-missing 1 the field map lacks the key `title`",
                "map-shape 2 `words` must be a list, and is `y`", "map-number 3 `2` is no number between 0 and 1",
            ])
    }
}
