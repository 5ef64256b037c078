import Diagnostics
import Syntax
import Testing

@Suite struct EnvelopeTests {
    /// The envelope's name of every record, with its place.
    private func names(_ text: String, _ arrays: [String], width: Int = 1) async -> [String] {
        let stream = RecordStream(InputText(text), source: SourceID(0), path: .json(arrays: arrays))
        let result = await stream.map(width: width) { record in
            guard let envelope = record.envelope else { return "none" }
            guard let name = envelope.text("page.name") else { return "-" }
            return "\(name.value) \(name.origin.line):\(name.origin.column) \(name.origin.field)"
        }
        #expect(result.diagnostics.isEmpty)
        return result.values
    }

    @Test(arguments: [
        "{\"n\":1,\n\"page\":{\"id\":7,\"name\":\"Ann\"},\"incidents\":[{\"id\":1},{\"id\":2}]}",
        "[{\"n\":1,\n\"page\":{\"id\":7,\"name\":\"Ann\"},\"incidents\":[{\"id\":1},{\"id\":2}]}]",
        "[\n{\"page\":{\"id\":7,\"name\":\"Ann\"},\"incidents\":[{\"id\":1}]},{\"page\":{\"name\":\"Bob\"},\"incidents\":[{}]}]",
        "{\"id\":1,\"page\":{\"name\":\"own\"}}\n{\"page\":{\"id\":7,\"name\":\"Ann\"},\"incidents\":[{\"id\":1}]}",
        "{\"data\":{\n\"page\":{\"id\":7,\"name\":\"Ann\"},\"incident\":{\"id\":1}}}",
    ])
    func `shows what stands before the records, with its place`(_ text: String) async {
        for width in 1...2 {
            let names = await names(text, ["incidents", "data.incident"], width: width)
            let column = text.hasPrefix("[\n") || text.hasPrefix("{\"id") ? 24 : 23
            #expect(names.contains("Ann 2:\(column) page.name"))
        }
    }

    @Test func `there is none around records at the root`() async {
        for text in ["[{\"id\":1},{\"id\":2}]", "{\"id\":1}\n{\"id\":2}", "{\"id\":1}", "[[{\"id\":1}],{\"id\":1}]"] {
            let stream = RecordStream(InputText(text), source: SourceID(0), path: .json(arrays: ["incidents"]))
            let result = await stream.map(width: 1) { $0.envelope == nil }
            #expect(!result.values.isEmpty && result.values.allSatisfy(\.self))
        }
        let xml = await record("<r><x><id>1</id></x></r>", .xml(elements: ["x"])) { $0.envelope == nil }
        #expect(xml.values == [true])
    }

    @Test func `an envelope has its own envelope`() async {
        let text = #"{"a":1,"data":{"b":2,"list":[{"id":1}]}}"#
        for text in [text, "[\(text)]", "\(text)\n\n{}"] {
            let result = await record(text, .json(arrays: ["data.list"])) { record in
                let inner = record.envelope
                let outer = inner?.envelope
                #expect(outer?.text("data.b") == nil || outer?.text("data.b")?.value == "2")
                let pair = [inner?.integer("b")?.value, outer?.integer("a")?.value].map { $0 ?? 0 }
                return (pair, outer?.envelope == nil)
            }
            #expect(result.values.first?.0 == [2, 1])
            #expect(result.values.first?.1 == true)
        }
    }

    @Test func `groups of alerts carry their labels, wherever these stand in an element of the input`() async {
        let text = """
            [{"alerts":[{"id":"a"},{"id":"b"}],"labels":{"team":"x"},"receiver":"r"},
             {"labels":{"team":"y"},"alerts":[{"id":"c"}]}]
            """
        let result = await record(text, .json(arrays: ["alerts"])) { record in
            "\(record.text("id")?.value ?? "-") \(record.envelope?.text("labels.team")?.value ?? "-")"
        }
        #expect(result.values == ["a x", "b x", "c y"])
    }

    @Test func `a streamed list sees what stands before it, but no other list of records`() async {
        let text = #"{"a":1,"archive":[{"id":"1"}],"b":"x","b":"y","\u0063":3,"current":[{"id":"2"}],"d":4}"#
        let result = await record(text, .json(arrays: ["archive", "current"])) { record in
            let envelope = record.envelope
            let names = envelope?.members.map(\.name) ?? []
            return "\(record.text("id")?.value ?? "-") \(names) \(envelope?.text("b")?.value ?? "-")"
        }
        #expect(result.values == [#"1 ["a"] -"#, #"2 ["a", "b", "c"] x"#])
        #expect(result.diagnostics.isEmpty)
    }

    @Test func `what is wrong with a field of the envelope is told with the record`() async {
        let text = #"{"page":[],"bad":tru,"incidents":[{"id":"1"}]}"#
        let result = await record(text, .json(arrays: ["incidents"])) { record in
            record.notes.recordName = "INC-1"
            #expect(record.envelope?.text("page") == nil)
            #expect(record.envelope?.has("bad") == false)
        }
        #expect(result.diagnostics.map(\.code) == [.jsonSyntax, .fieldShape])
        #expect(result.diagnostics.last?.origin == Origin(source: SourceID(7), line: 1, column: 9, field: "page"))
        #expect(result.diagnostics.last?.record == "INC-1")
    }

    @Test func `thousands of records share their envelope, whatever the width`() async {
        let records = (0..<20_000).map { "{\"id\":\"\($0)\",\"text\":\"\(String(repeating: "é", count: 40))\"}" }
        let list = "[" + records.joined(separator: ",\n") + "]"
        let text =
            "{\"page\":{\"name\":\"A\"},\"incidents\":\(list),\"n\":1}\n{\"page\":{\"name\":\"B\"},\"incidents\":\(list)}"
        let one = await names(text, ["incidents"])
        #expect(one.filter { $0.hasPrefix("A 1:17") }.count == 20_000)
        #expect(one.suffix(20_000).allSatisfy { $0 == "B 20001:17 page.name" })
        #expect(await names(text, ["incidents"], width: 2) == one)
    }

    @Test func `keeps no more of an envelope than a record may hold`() async {
        var limits = ReadingLimits()
        limits.record = 50
        let text = "{\"a\":1,\"big\":[\(String(repeating: "1,", count: 50))1],\"b\":2,\"incidents\":[{\"id\":\"1\"}]}"
        let stream = RecordStream(
            InputText(text), source: SourceID(0), path: .json(arrays: ["incidents"]), limits: limits)
        let result = await stream.map(width: 1) { $0.envelope?.members.map(\.name) ?? [] }
        #expect(result.values == [["a", "b"]])
    }
}
