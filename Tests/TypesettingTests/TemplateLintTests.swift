import Diagnostics
import Testing

@testable import Typesetting

@Suite("Names in templates")
struct TemplateLintTests {
    static let specimen: Context = [
        "title": "T", "isOpen": true, "cause": ["text": "c", "by": .absent],
        "rows": [["name": "a", "note": .absent], ["name": "b", "extra": "only here"]], "empty": [],
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var found: [String] = []
        var testDescription: String { text }
    }

    static let cases = [
        Case(text: "{{title}} {{cause.text}} {{cause.by}}"),
        Case(text: "{{#rows}}{{name}}{{note}}{{extra}}{{title}}{{/rows}}"),
        Case(text: "{{#cause}}{{text}}{{#rows}}{{name}} {{text}}{{/rows}}{{/cause}}"),
        Case(text: "{{^rows}}{{title}}{{/rows}}{{#isOpen}}x{{/isOpen}}{{^isOpen}}y{{/isOpen}}"),
        Case(text: "{{#title}}{{.}}{{/title}}"),
        Case(text: "\n {{titel}}", found: ["2:2 template-name did you mean \"title\"?"]),
        Case(text: "{{cause.txt}}", found: ["1:1 template-name did you mean \"text\"?"]),
        Case(
            text: "{{#rows}}{{/rows}}{{name}}",
            found: ["1:19 template-name names in reach: cause, empty, isOpen, rows, title"]),
        Case(text: "{{#row}}{{/row}}", found: ["1:1 template-name did you mean \"rows\"?"]),
        Case(text: "{{^isOpn}}{{/isOpn}}", found: ["1:1 template-name did you mean \"isOpen\"?"]),
        Case(
            text: "{{#empty}}{{nam}}{{/empty}}",
            found: ["1:11 template-name names in reach: cause, empty, isOpen, rows, title"]),
        Case(text: "{{rows}}", found: ["1:1 template-use open it: {{#rows}} … {{/rows}}"]),
        Case(text: "{{isOpen}}", found: ["1:1 template-use open it: {{#isOpen}} … {{/isOpen}}"]),
        Case(text: "{{#cause}}{{.}}{{/cause}}", found: ["1:11 template-use name one of its members: by, text"]),
    ]

    @Test("a name that the page lacks is found at its place, with the nearest one", arguments: cases)
    func names(_ lint: Case) throws {
        let loaded = TemplateLibrary.loaded(
            builtIn: [:], overrides: [TemplateOverride(name: "x.md.mustache", text: lint.text, source: SourceID(0))])
        let found = try #require(loaded.value).lint("x.md", against: Self.specimen)
        #expect(
            found.map { "\($0.origin?.line ?? 0):\($0.origin?.column ?? 0) \($0.code.id) \($0.help ?? "")" }
                == lint.found)
    }

    @Test("names are looked up through partials, where the partial is called")
    func partials() throws {
        let loaded = TemplateLibrary.loaded(builtIn: [
            "a.md.mustache": "{{#rows}}{{> b.md}}{{/rows}}{{> b.md}}", "b.md.mustache": "{{name}}",
        ])
        let found = try #require(loaded.value).lint("a.md", against: Self.specimen)
        #expect(found.map(\.code) == [.templateName])
        #expect(found.first?.message.hasPrefix("built-in template b.md, line 1: ") == true)
    }
}
