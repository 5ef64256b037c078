import Diagnostics
import Syntax
import Testing

/// A record inside a text of another one.
@Suite struct NestedDocumentTests {
    @Test func `reads an object in a text, with the place of that text`() async {
        let text = """
            {"id": "1",
             "in": {"message": "{\\"a\\": {\\"b\\": \\"x\\\\n\\\\u00e4\\"},\\n \\"n\\": 3, \\"l\\": [{\\"c\\": 1}]}"}}
            """
        let result = await record(text) { record in
            let nested = record.nested("in.message")
            let place = Origin(source: SourceID(7), line: 2, column: 20, field: "in.message.a.b")
            #expect(nested?.text("a.b") == Sourced("x\nä", place))
            #expect(nested?.inner("a")?.text("b") == Sourced("x\nä", place))
            #expect(nested?.integer("n")?.value == 3)
            #expect(nested?.list("l").map { $0.text("c")?.origin.field } == ["in.message.l.c"])
            #expect(record.inner("in")?.nested("message")?.text("a.b") == Sourced("x\nä", place))
            #expect(nested?.text("a") == nil)
        }
        #expect(result.diagnostics.map(\.code) == [.fieldShape])
        #expect(result.diagnostics.first?.origin?.line == 2)
    }

    @Test func `reads an object that stands there itself`() async {
        let result = await record(#"{"message": {"a": "x"}}"#) { $0.nested("message")?.text("a")?.value }
        #expect(result.values == ["x"])
        #expect(result.diagnostics.isEmpty)
    }

    @Test(arguments: ["", " ", "null"])
    func `finds nothing in a blank field, and says nothing`(spelling: String) async {
        let value = spelling == "null" ? "null" : "\"\(spelling)\""
        let result = await record("{\"message\": \(value)}") { $0.nested("message") == nil && $0.nested("none") == nil }
        #expect(result.values == [true])
        #expect(result.diagnostics.isEmpty)
    }

    @Test(arguments: [
        #"hello"#, #"{\"a\": "#, #"[1]"#, #"7"#, #"{} {}"#, #"{\"a\": \u0000}"#,
        String(repeating: "[", count: 100_000),
    ])
    func `says which text spells no object`(spelling: String) async {
        let result = await record("{\"message\": \"\(spelling)\"}") { record in
            record.notes.recordName = "R-1"
            return record.nested("message") == nil
        }
        #expect(result.values == [true])
        #expect(result.diagnostics.map(\.code) == [.nestedDocument])
        #expect(result.diagnostics.first?.record == "R-1")
    }

    @Test func `tells once that keys repeat in a text`() async {
        let spelling = #"{\"a\": 1, \"a\": 2, \"a\": 3}"#
        let result = await record("{\"message\": \"\(spelling)\"}") { $0.nested("message")?.integer("a")?.value }
        #expect(result.values == [1])
        #expect(result.diagnostics.map(\.code) == [.duplicateKey])
        #expect(result.diagnostics.first?.origin?.field == "message")
    }
}
