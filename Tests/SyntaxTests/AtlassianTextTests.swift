import Diagnostics
import Syntax
import Testing

@Suite struct AtlassianTextTests {
    @Test(
        arguments: [
            (#""h1. Cause\n*x*""#, "Cause\nx"), ("17", "17"), ("null", nil), (#"" ""#, nil),
            (
                doc(
                    #"{"type":"paragraph","content":[{"type":"text","text":"It is "},{"type":"text","text":"down","marks":[{"type":"strong"}]},{"type":"text","text":"."}]},{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"hardBreak"},{"type":"text","text":"*b*"}]}"#
                ),
                "It is down.\n\na\n*b*"
            ),
            (
                doc(
                    #"{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Steps"}]},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one"}]},{"type":"orderedList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"deep"}]}]}]}]},{"type":"listItem","content":[{"type":"paragraph","content":[]}]},{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"two"}]}]}]},{"type":"paragraph","content":[{"type":"text","text":"end"}]}"#
                ),
                "Steps\n\n- one\n- deep\n- two\n\nend"
            ),
            (
                doc(
                    #"{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"1","text":"@Jo"}},{"type":"text","text":" see "},{"type":"inlineCard","attrs":{"url":"https://example.com/1"}},{"type":"text","text":" "},{"type":"text","text":"book","marks":[{"type":"link","attrs":{"href":"https://example.com/2"}}]},{"type":"text","text":" "},{"type":"text","text":"https://example.com/3","marks":[{"type":"link","attrs":{"href":"https://example.com/3"}}]},{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"javascript:y"}}]},{"type":"emoji","attrs":{"shortName":":fire:","text":"F"}},{"type":"status","attrs":{"text":"DONE"}}]}"#
                ),
                "@Jo see https://example.com/1 book (https://example.com/2) https://example.com/3xFDONE"
            ),
            (
                doc(
                    #"{"type":"codeBlock","attrs":{"language":"sh"},"content":[{"type":"text","text":"if a\n  b\n\n\n\nc"}]},{"type":"panel","content":[{"type":"paragraph","content":[{"type":"text","text":"p"}]}]},{"type":"mediaSingle","content":[{"type":"media","attrs":{"alt":"graph.png"}}]}"#
                ),
                "if a\n  b\n\nc\n\np\n\n[graph.png]"
            ),
            (
                doc(
                    #"{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"k"}]}]},{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"v"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]},{"type":"expand","attrs":{"title":"More"},"content":[{"type":"paragraph","content":[{"type":"unheard","content":[{"type":"text","text":"of"}]}]}]}"#
                ),
                "k | v\n1 | 2\n\nMore\n\nof"
            ),
            (doc(""), nil), (doc(#"{"type":"paragraph"}"#), nil), (#"{"type":"doc"}"#, nil),
        ] as [(String, String?)])
    func `a text is wiki markup, an object is a document`(json: String, text: String?) async {
        let result = await record("{\"d\":\(json)}") { $0.atlassianText("d")?.value }
        #expect(result.values == [text])
        #expect(result.diagnostics.isEmpty)
    }

    @Test(arguments: ["{}", #"{"type":"x"}"#, #"{"name":"High"}"#, "[1]", #"{"type":{}}"#])
    func `what is no document is said`(json: String) async {
        let result = await record("{\"d\":\(json)}") { $0.atlassianText("d")?.value }
        #expect(result.values == [nil])
        #expect(result.diagnostics.contains { $0.code == .fieldShape && $0.origin?.field == "d" })
    }

    @Test func `a document that is broken inside gives what words it has, and says where`() async {
        let json = doc(
            #"{"type":"paragraph","content":[{"type":"text","text":{}},7,null,[[]],{"type":"text","text":"a"}]},{"content":"x"},3"#
        )
        let result = await record("{\"d\":\(json)}") { $0.atlassianText("d") }
        #expect(result.values.first??.value == "a")
        #expect(result.values.first??.origin.field == "d")
        #expect(result.diagnostics.map(\.code) == [.fieldShape, .fieldShape])
        #expect(result.diagnostics.map { $0.origin?.field } == ["d.content.content.text", "d.content.content"])
    }

    @Test func `nesting up to the limit does no harm`() async {
        let levels = 28
        let json =
            String(repeating: #"{"type":"doc","content":["#, count: levels) + #"{"type":"text","text":"deep"}"#
            + String(repeating: "]}", count: levels)
        let result = await record("{\"d\":\(json)}") { $0.atlassianText("d")?.value }
        #expect(result.values == ["deep"])
    }
}

private func doc(_ content: String) -> String { #"{"type":"doc","version":1,"content":["# + content + "]}" }
