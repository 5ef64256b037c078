import BuiltInTemplates
import Diagnostics
import Testing

@testable import Typesetting

@Suite("Templates")
struct TemplateLibraryTests {
    private func library(_ files: [String: String]) throws -> TemplateLibrary {
        let outcome = TemplateLibrary.loaded(builtIn: files)
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics.map(\.message))")
        return try #require(outcome.value)
    }

    private func page(_ template: String, _ context: Context, kind: String = "md") throws -> String {
        try library(["documents/x.\(kind).mustache": template]).render("documents/x.\(kind)", with: context)
    }

    @Test("the built-in templates are sound")
    func builtIn() {
        let outcome = TemplateLibrary.loaded(builtIn: BuiltInTemplates.files)
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics.map(\.message))")
        #expect(outcome.value?.contains("shells/page.html") == true)
    }

    @Test("each kind of template escapes data in its own way")
    func kinds() throws {
        let data: Context = ["x": "a <b> | *c*\nd"]
        #expect(try page("{{x}}", data) == "a &lt;b> \\| \\*c\\* d\n")
        #expect(try page("{{x}}", data, kind: "html") == "a &lt;b&gt; | *c* d")
        #expect(try page("{{x}}", data, kind: "txt") == "a <b> | *c* d\n")
    }

    @Test("a partial escapes like the page that calls it")
    func partials() throws {
        let files = ["documents/x.md.mustache": "A {{> documents/y.md}}", "documents/y.md.mustache": "{{x}}"]
        #expect(try library(files).render("documents/x.md", with: ["x": "<b>"]) == "A &lt;b>\n")
    }

    @Test("sections open on text, true, groups and each element, and stay closed on everything else")
    func sections() throws {
        let template = "{{#x}}[{{.}}{{n}}]{{/x}}{{^x}}none{{/x}}"
        let cases: [(Context, String)] = [
            (.absent, "none"), ("", "none"), (false, "none"), ([], "none"), ("a", "[a]"), (["n": "b"], "[b]"),
            (["a", "b"], "[a][b]"), ([["n": "c"], ["n": "d"]], "[c][d]"),
        ]
        for (value, wanted) in cases {
            #expect(try page(template, ["x": value], kind: "html") == wanted)
        }
        #expect(try page("{{#x}}yes{{/x}}", ["x": true], kind: "html") == "yes")
    }

    @Test("an absent name prints nothing, and hides the name outside")
    func absent() throws {
        let context: Context = ["x": "outer", "g": ["x": .absent, "y": ["z": "deep"]]]
        #expect(try page("{{#g}}[{{x}}]{{y.z}}{{/g}} {{g.y.z}}", context, kind: "html") == "[]deep deep")
    }

    @Test("section lines leave no blank lines in a table")
    func tableLines() throws {
        let template = """
            | a | b |
            |---|---|
            {{#rows}}
            | {{a}} | {{#b}}{{.}}{{/b}}{{^b}}-{{/b}} |
            {{/rows}}
            {{^rows}}
            | none | |
            {{/rows}}

            {{#closed}}

            gone

            {{/closed}}

            end
            """
        let rows: Context = ["rows": [["a": "1|", "b": "x"], ["a": "2", "b": .absent]], "closed": false]
        #expect(try page(template, rows) == "| a | b |\n|---|---|\n| 1\\| | x |\n| 2 | - |\n\nend\n")
    }

    @Test("data that looks like a tag stays data")
    func noSecondRendering() throws {
        #expect(try page("{{x}}", ["x": "{{secret}}", "secret": "s"], kind: "html") == "{{secret}}")
    }

    @Test("a user's file takes the place of the built-in one, line ends and mark of its system aside")
    func overrides() throws {
        let outcome = TemplateLibrary.loaded(
            builtIn: ["documents/x.md.mustache": "old"],
            overrides: [TemplateOverride(name: "documents/x.md.mustache", text: "\u{FEFF}# {{t}}\r\n\r\nnew\r\n")])
        #expect(try #require(outcome.value).render("documents/x.md", with: ["t": "T"]) == "# T\n\nnew\n")
    }
}

@Suite("Faults of templates")
struct TemplateFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var code: DiagnosticCode
        var line: UInt32
        var column: UInt32
        var name = "documents/x.md.mustache"
        var testDescription: String { text }
    }

    static let cases = [
        Case(text: "a\n {{x", code: .templateTag, line: 2, column: 2),
        Case(text: "{{x y}}", code: .templateTag, line: 1, column: 1),
        Case(text: "\u{E4} {{}}", code: .templateTag, line: 1, column: 4),
        Case(text: "{{upper(x)}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{=<% %>=}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{<a}}{{/a}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{$a}}{{/a}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{% CONTENT_TYPE: TEXT}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{>*name}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{a..b}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{{x}}", code: .templateTag, line: 1, column: 1),
        Case(text: "{{#a}}\n{{#b}}\n{{/a}}", code: .templateSection, line: 3, column: 1),
        Case(text: "x {{/a}}", code: .templateSection, line: 1, column: 3),
        Case(text: "x\n{{^a}}", code: .templateSection, line: 2, column: 1),
        Case(
            text: String(repeating: "{{#a}}", count: 100_000), code: .templateSection, line: 1, column: 193),
        Case(text: "{{> documents/y.md}}", code: .templatePartial, line: 1, column: 1),
        Case(text: "\n{{> documents/x.md}}", code: .templateCycle, line: 2, column: 1),
        Case(text: "{{{body}}}", code: .templateRaw, line: 1, column: 1),
        Case(text: "{{&x}}", code: .templateRaw, line: 1, column: 1),
        Case(text: "{{{x}}}", code: .templateRaw, line: 1, column: 1, name: "documents/x.html.mustache"),
        Case(text: "`{{x}}`", code: .templatePlace, line: 1, column: 2),
        Case(text: "[a]({{x}})", code: .templatePlace, line: 1, column: 5),
        Case(text: "<b title=\"{{x}}\">", code: .templatePlace, line: 1, column: 11),
        Case(text: "```\n{{x}}\n```", code: .templatePlace, line: 2, column: 1),
        Case(text: "x", code: .templateKind, line: 0, column: 0, name: "documents/x.mustache"),
        Case(text: "a{}</style>", code: .templateStyle, line: 0, column: 0, name: "shells/style.css"),
        Case(text: "a{b:url(//x)}", code: .templateStyle, line: 0, column: 0, name: "shells/style.css"),
    ]

    @Test("a broken template is named with its line and column, and none is loaded", arguments: cases)
    func fault(_ fault: Case) {
        let outcome = TemplateLibrary.loaded(
            builtIn: [:], overrides: [TemplateOverride(name: fault.name, text: fault.text, source: SourceID(3))])
        #expect(outcome.value == nil)
        #expect(outcome.diagnostics.first?.code == fault.code)
        #expect(
            outcome.diagnostics.first?.origin == Origin(source: SourceID(3), line: fault.line, column: fault.column))
    }

    @Test(
        "templates may say these things",
        arguments: [
            "[a]({{g.path}})", "`a` {{x}} `b`", "```\nx\n```\n{{x}}", "{", "a < {{x}} > b", "{{! {{ }}x",
            "{{ x }}", "{ {x} }",
        ])
    func sound(_ text: String) {
        let outcome = TemplateLibrary.loaded(builtIn: ["documents/x.md.mustache": text + "\n"])
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics)")
    }

    @Test("a cycle through several partials is found, and named in full")
    func longCycle() {
        let outcome = TemplateLibrary.loaded(builtIn: [
            "a.md.mustache": "{{> b.md}}", "b.md.mustache": "{{> d.md}}{{> c.md}}", "c.md.mustache": "{{> b.md}}",
            "d.md.mustache": "x",
        ])
        #expect(outcome.diagnostics.map(\.code) == [.templateCycle])
        #expect(outcome.diagnostics.first?.message.contains("b.md includes c.md includes b.md") == true)
    }

    @Test("a partial of another kind is refused: it would escape otherwise")
    func otherKind() {
        let outcome = TemplateLibrary.loaded(builtIn: ["a.md.mustache": "{{> b.html}}", "b.html.mustache": "<b>"])
        #expect(outcome.diagnostics.map(\.code) == [.templatePartial])
    }

    @Test("hostile text as a template is refused or loaded, and never stops the program", arguments: HostileText.all)
    func hostile(_ text: String) {
        for name in ["a.md.mustache", "a.html.mustache", "a.txt.mustache"] {
            let outcome = TemplateLibrary.loaded(builtIn: [name: text])
            #expect((outcome.value == nil) == outcome.diagnostics.contains { $0.level == .error })
        }
    }

    @Test("codes are unique and explained")
    func codes() {
        let codes = DiagnosticCode.typesettingCodes
        #expect(Set(codes.map(\.id)).count == codes.count)
        #expect(codes.allSatisfy { !$0.summary.isEmpty && !$0.summary.hasSuffix(".") && $0.explanation.hasSuffix(".") })
    }
}
