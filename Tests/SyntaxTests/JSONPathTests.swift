import Diagnostics
import Syntax
import Testing

@Suite struct JSONPathTests {
    private static let arrays = ["incidents", "incident", "data.tickets", "event.data", "archive", "current"]

    @Test(arguments: [
        // Lists below the first level, and several of them.
        #"{"data":{"tickets":[{"id":"1"},{"id":"2"}]}}"#,
        #"{"n":1,"data":{"a":{},"tickets":[{"id":"1"},{"id":"2"}],"b":2},"z":3}"#,
        #"{"archive":[{"id":"1"}],"n":0,"current":[{"id":"2"}]}"#, #"{"current":[{"id":"1"},{"id":"2"}],"archive":[]}"#,
        #"{"incidents":[{"id":"1"}],"data":{"tickets":[{"id":"2"}]}}"#,
        #"{"data":{"tickets":[{"id":"1"}]},"incidents":[{"id":"2"}]}"#,
        // One object.
        "{\"incident\":{\"id\":\"1\"}}\n{\"event\":{\"x\":1,\"data\":{\"id\":\"2\"}}}\n",
        #"{"incident":{"id":"1"},"data":{},"current":[{"id":"2"}]}"#,
        #"{"incident":{"id":"1"},"event":{"data":{"id":"2"}}}"#,
        // Pages: in an array, in lines, in a row.
        #"[{"incidents":[{"id":"1"}],"offset":0},{"incidents":[]},{"incidents":[{"id":"2"}]}]"#,
        #"[{"data":{"tickets":[{"id":"1"}]}},{"id":"2","data":{"x":1}}]"#, #"[{"incident":{"id":"1"}},{"id":"2"}]"#,
        "{\"incidents\":[{\"id\":\"1\"}],\"n\":1}\n{\"n\":2,\"data\":{\"tickets\":[{\"id\":\"2\"}]}}\n",
        "{\n\"incident\":{\"id\":\"1\"}\n}\n{\n\"data\":{\n\"tickets\":[{\"id\":\"2\"}]}}\n",
        "[{\"incidents\":[{\"id\":\"1\"}]}]\n[{\"id\":\"2\"}]",
        // What is no envelope.
        #"[{"id":"1","incident":{},"data":{"tickets":3}},{"id":"2","incident":null,"event":{"data":"x"}}]"#,
        #"[{"id":"1","event":[{"data":{"id":"9"}}]},{"id":"2","data":[{"id":"9"}]}]"#,
        // Names with escapes.
        #"{"d\u0061ta":{"tickets":[{"id":"1"},{"id":"2"}]}}"#,
    ])
    func `finds the records at every path, in the order of the file`(_ text: String) async {
        for width in 1...2 {
            let reading = await Reading.json(text, arrays: Self.arrays, width: width)
            #expect(reading.values == ["1", "2"])
            #expect(reading.said.isEmpty)
            #expect(reading.seen == 2)
        }
    }

    @Test func `the longer of two paths wins where it leads to records`() async {
        let arrays = ["data", "data.list"]
        #expect(await Reading.json(#"{"data":{"id":"0","list":[{"id":"1"}]}}"#, arrays: arrays).values == ["1"])
        #expect(await Reading.json(#"{"data":{"id":"0","list":[]}}"#, arrays: arrays).values == [])
        #expect(await Reading.json(#"{"data":{"id":"0","list":1}}"#, arrays: arrays).values == ["0"])
        #expect(await Reading.json(#"{"data":[{"id":"0","list":[{"id":"1"}]}]}"#, arrays: arrays).values == ["0"])
        #expect(await Reading.json(#"[{"data":{"id":"0","list":[]}}]"#, arrays: arrays).values == [])
    }

    @Test func `a record knows its place below any path`() async {
        let text =
            "{\n \"data\": {\n  \"tickets\": [\n   {\"id\": \"1\"}, {\"id\": \"2\"}]},\n \"incident\": {\"id\": \"3\"}}\n"
        for text in [text, "[" + text + "]", text + text] {
            for width in 1...2 {
                let stream = RecordStream(InputText(text), source: SourceID(7), path: .json(arrays: Self.arrays))
                let places = await stream.map(width: width) { record in
                    "\(record.origin.line):\((record.text("id")?.origin).map { "\($0.column)" } ?? "-")"
                }
                #expect(places.values.prefix(3) == ["4:11", "4:24", "5:21"])
            }
        }
    }

    @Test func `verbatim is the record alone`() async {
        let text = #"{"n":1,"incident":{"id":"1"},"data":{"tickets":[{"id":"2"}]}}"#
        for text in [text, "[\(text)]", "\(text)\n\n{\"id\":\"3\"}"] {
            let result = await record(text, .json(arrays: Self.arrays)) { $0.verbatim() }
            #expect(result.values.prefix(2) == [#"{"id":"1"}"#, #"{"id":"2"}"#])
        }
    }

    @Test(arguments: [
        (#"{"n":01,"data":{"m":tru,"tickets":[{"id":"1"}],"o":+},"z":nul}"#, ["1:6", "1:24", "1:52", "1:62"]),
        (#"{"data":{"tickets":[{"id":"1"}],"incidents"},"z":1}"#, ["1:44"]),
        (#"{"data":{"tickets":[{"id":"1"}] "x":1},"z":1}"#, ["1:33"]),
        (#"{"incident":{"id":"1"},"data":{"x":{"tickets":1},"y":[1,]}}"#, ["1:57"]),
        (#"{"incident":{"id":"1"},"data":{"x" 1,"tickets":[]},"z":[1}"#, ["1:36", "1:56"]),
    ])
    func `what stands around the records is read strictly on every level`(_ text: String, _ places: [String]) async {
        let reading = await Reading.json(text, arrays: Self.arrays)
        #expect(reading.values == ["1"])
        #expect(reading.said == places.map { "json-syntax " + $0 })
    }

    @Test(arguments: [
        #"{"data":{"tickets":[{"id":"1"},{"id":"#, #"{"data":{"tickets":[{"id":"1"}"#,
        #"{"data":{"tickets":[{"id":"1"}]"#,
        #"{"data":{"tickets":[{"id":"1"}]}"#, #"{"incident":{"id":"1"},"x""#, #"[{"incident":{"id":"1"}}"#,
        #"[{"incident":{"id":"1"}},{"incident":{"id"#,
    ])
    func `a file that is cut off keeps the records before the cut`(_ text: String) async {
        let reading = await Reading.json(text, arrays: Self.arrays)
        #expect(reading.values == ["1"])
        #expect(reading.said.count == 1)
        #expect(reading.said.first.map { $0.hasPrefix("truncated") || $0.hasPrefix("json-syntax") } == true)
    }

    @Test func `repeated keys beside the records are told in their place`() async {
        let text = #"{"page":{"a":1,"a":2},"incidents":[{"id":"1"},{"id":"2","id":"3"}],"x":{"b":1,"b":2}}"#
        for width in 1...2 {
            let reading = await Reading.json(text, width: width)
            #expect(reading.said == ["duplicate-key 1:16", "duplicate-key 1:57", "duplicate-key 1:79"])
        }
    }

    @Test func `a page larger than a record is streamed`() async {
        var limits = ReadingLimits()
        limits.record = 60
        let page = #"{"n":1,"data":{"tickets":[{"id":"1"},{"id":"2"},{"id":"3"}],"more":true}}"#
        let text = "[\(page),{\"id\":\"4\"},\(page),{\"id\":\"\(String(repeating: "x", count: 60))\"},{\"id\":\"5\"}]"
        let reading = await Reading.json(text, arrays: Self.arrays, limits: limits)
        #expect(reading.values == ["1", "2", "3", "4", "1", "2", "3", "5"])
        #expect(reading.said.map { $0.prefix(16) } == ["record-too-large"])
    }

    @Test func `thousands of records below a path come in order, whatever the width`() async {
        let records = (0..<30_000).map { "{\"id\":\"\($0)\",\"text\":\"\(String(repeating: "é", count: 40))\"}" }
        let list = "[" + records.joined(separator: ",\n") + "]"
        let good = (0..<30_000).map(String.init)
        for text in ["{\"data\":{\"tickets\":\(list)},\"n\":1}", "{\"archive\":\(list)}"] {
            let one = await Reading.json(text, arrays: Self.arrays, width: 1)
            #expect(one.values == good)
            #expect(await Reading.json(text, arrays: Self.arrays, width: 2) == one)
        }
    }

    @Test(arguments: [
        #"{"incidents":[],"x":["# + "\n", "{\"incident\":{\"id\":\"1\"},\"data\":{\n", #"{"data":{"tickets":[],"x":"#,
        #"{"incidents":[],"a":1,"incidents":[],"#, "[{\"data\":{\n",
    ])
    func `broken objects around records stay quick`(_ part: String) async {
        let text = String(repeating: part, count: 20_000)
        let one = await Reading.json(text, arrays: Self.arrays)
        #expect(!one.said.isEmpty)
        #expect(await Reading.json(text, arrays: Self.arrays, width: 2) == one)
    }
}
