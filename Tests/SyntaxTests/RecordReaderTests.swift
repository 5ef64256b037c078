import Diagnostics
import Syntax
import Testing

@Suite struct RecordReaderTests {
    @Test func `reads texts, numbers and flags with their origins`() async {
        let text = """
            {
              "a": {"b": "x\\ny", "n": 12.5},
              "count": "42", "yes": "True", "no": false, "empty": "", "blank": " \\n", "nil": null
            }
            """
        let result = await record(text) { record in
            #expect(record.text("a.b") == Sourced("x\ny", at(2, 14, "a.b")))
            #expect(record.text("a.n")?.value == "12.5")
            #expect(record.number("a.n")?.value == 12.5)
            #expect(record.integer("count") == Sourced(42, at(3, 12, "count")))
            #expect(record.flag("yes")?.value == true)
            #expect(record.flag("no")?.value == false)
            #expect(record.text("no")?.value == "false")
            for absent: FieldPath in ["empty", "blank", "nil", "none", "a.none", "nil.x"] {
                #expect(record.text(absent) == nil)
            }
            #expect(record.has("nil") && record.has("empty") && !record.has("none"))
            #expect(record.inner("a")?.text("b") == Sourced("x\ny", at(2, 14, "a.b")))
            var length = 0
            #expect(record.scan("count") { length = $0.count } == at(3, 12, "count"))
            #expect(length == 2)
            #expect(record.verbatim() == text)
            #expect(record.members.map(\.name) == ["a", "count", "yes", "no", "empty", "blank", "nil"])
        }
        #expect(result.values.count == 1)
        #expect(result.diagnostics.isEmpty)
    }

    @Test func `notes a wrong shape once for each field`() async {
        let result = await record(#"{"a":{},"b":[1],"c":"x","d":1.5,"l":[{"t":[]},{"t":[]}]}"#) { record in
            record.notes.recordName = "INC-1"
            for _ in 0..<2 {
                #expect(record.text("a") == nil)
                #expect(record.text("b") == nil)
                #expect(record.integer("c") == nil)
                #expect(record.integer("d") == nil)
                #expect(record.flag("c") == nil)
                #expect(record.inner("c") == nil)
                for item in record.list("l") { #expect(item.text("t") == nil) }
            }
        }
        #expect(result.diagnostics.map(\.code) == Array(repeating: .fieldShape, count: 5))
        #expect(result.diagnostics.map { $0.origin?.field } == ["a", "b", "c", "d", "l.t"])
        #expect(result.diagnostics.allSatisfy { $0.record == "INC-1" })
    }

    @Test(
        arguments: [
            ("7", 7), ("-7", -7), ("007", 7), ("1e3", 1000), ("2.0", 2), (" 5 ", 5), ("+5", 5),
            ("9223372036854775807", .max),
            ("9223372036854775808", nil), ("0x10", nil), ("1,000", nil), ("nan", nil), ("1e400", nil), ("seven", nil),
        ] as [(String, Int?)])
    func `reads whole numbers from their spelling`(_ spelling: String, _ number: Int?) async {
        let result = await record("{\"n\":\"\(spelling)\"}") { $0.integer("n")?.value }
        #expect(result.values == [number])
        #expect(result.diagnostics.isEmpty == (number != nil))
    }

    @Test func `reads lists, their texts and what is nested in them`() async {
        let result = await record(#"{"l":[{"x":{"y":"1"}},{"x":{"y":"2"}}],"t":["a","b",3,null],"one":{"z":"9"}}"#) {
            record in
            #expect(record.list("l").compactMap { $0.text("x.y")?.value } == ["1", "2"])
            #expect(record.list("l").last?.text("x.y")?.origin.field == "l.x.y")
            #expect(record.list("t").compactMap { $0.ownText?.value } == ["a", "b", "3"])
            #expect(record.list("t").first?.ownText?.origin == at(1, 45, "t"))
            #expect(record.list("one").compactMap { $0.text("z")?.value } == ["9"])
            #expect(record.list("none").isEmpty)
        }
        #expect(result.diagnostics.isEmpty)
    }

    @Test func `finds fields in any order, names with escapes and names with dots`() async {
        let result = await record(#"{"a.b":"1","\u0063":"2","d":"3","e":"4"}"#) { record in
            ["e", "d", "c", "e", "d"].compactMap { record.text(FieldPath($0))?.value }.joined()
                + (record.text(FieldPath(steps: ["a.b"]))?.value ?? "")
        }
        #expect(result.values == ["432431"])
    }

    @Test func `a record that its reader rejects is kept verbatim and not as a value`() async {
        let text = "{\"id\":\"1\"}\n{\"id\":\"2\"}\n"
        let stream = RecordStream(InputText(text), source: SourceID(0), path: .json(arrays: []))
        let code = DiagnosticCode("test-code", .error, "…", "…")
        let result = await stream.map(width: 2) { record -> String? in
            let id = record.text("id")
            record.notes.recordName = id?.value
            if id?.value == "1" { record.reject(because: Diagnostic(code, "no", at: id?.origin)) }
            return id?.value
        }
        #expect(result.values == ["2"])
        #expect(result.rejects.map(\.verbatim) == ["{\"id\":\"1\"}"])
        #expect(result.rejects.first?.diagnostic.record == "1")
        #expect(result.diagnostics.map(\.code) == [code])
        #expect(result.recordsSeen == 2)
    }

    @Test func `gives the text of any line`() {
        let text = (1...2_000).map { "line \($0)" }.joined(separator: "\r\n")
        let input = InputText(text)
        for number in [1, 2, 256, 257, 1_999, 2_000, 700] { #expect(input.line(number) == "line \(number)") }
        #expect(input.line(0) == nil)
        #expect(input.line(2_001) == nil)
    }
}

private func at(_ line: UInt32, _ column: UInt32, _ field: String) -> Origin {
    Origin(source: SourceID(7), line: line, column: column, field: field)
}
