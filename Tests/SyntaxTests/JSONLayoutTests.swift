import Diagnostics
import Syntax
import Testing

@Suite struct JSONLayoutTests {
    @Test(arguments: [
        "{\"id\":\"1\"}\n{\"id\":\"2\"}\n", "{\"id\":\"1\"}\r\n\r\n{\"id\":\"2\"}", #"[{"id":"1"},{"id":"2"}]"#,
        #"{"incidents":[{"id":"1"},{"id":"2"}]}"#,
        #"{"total":2,"next":null,"incidents":[{"id":"1"},{"id":"2"}],"more":{"a":[]}}"#,
        "{\n  \"incidents\": [\n    {\"id\": \"1\"},\n    {\"id\": \"2\"}\n  ],\n  \"total\": 2\n}\n",
        "{\n \"id\": \"1\"\n}\n{\n \"id\": \"2\"\n}\n", #"{"id":"1"}{"id":"2"}"#, #"{"id":"1"} {"id":"2"}"#,
        "[{\"id\":\"1\"}]\n[{\"id\":\"2\"}]\n", "{\"incidents\":[{\"id\":\"1\"}]}\n{\"incidents\":[{\"id\":\"2\"}]}\n",
        "{\"id\":\"1\"}\n{\"id\":\"2\",\"incidents\":{}}", "\u{FEFF}{\"id\":\"1\"}\n{\"id\":\"2\"}",
        "\u{FEFF}[\n{\"id\":\"1\"},\n{\"id\":\"2\"}\n]",
    ])
    func `finds the records wherever they stand`(_ text: String) async {
        for width in 1...2 {
            let reading = await Reading.json(text, width: width)
            #expect(reading.values == ["1", "2"])
            #expect(reading.said.isEmpty)
            #expect(reading.seen == 2)
        }
    }

    @Test func `a root object without the array is a record itself`() async {
        #expect(await Reading.json("{\n \"id\": \"1\", \"tags\": [\"a\"]\n}").values == ["1"])
        #expect(await Reading.json(#"{"incidents":[]}"#).values == [])
    }

    @Test func `rejects a bad line of NDJSON and reads the next ones`() async {
        let lines = [
            "{\"id\":\"1\"}", "{\"id\":\"2\",}", "{\"id\":\"3\"", "{\"id\":\"4", "nonsense", "[1]", "{\"id\":\"7\"}",
        ]
        let reading = await Reading.json(lines.joined(separator: "\n") + "\n")
        #expect(reading.values == ["1", "7"])
        #expect(
            reading.said == [
                "json-syntax 2:11", "json-syntax 3:10", "json-syntax 4:9", "json-syntax 5:1", "not-a-record 6:1",
            ])
        #expect(reading.rejects == Array(lines[1...5]))
        #expect(reading.seen == 7)
    }

    @Test func `an unfinished last line is called truncated`() async {
        let reading = await Reading.json("{\"id\":\"1\"}\n{\"id\":\"2\"")
        #expect(reading.values == ["1"])
        #expect(reading.said == ["truncated 2:10"])
        #expect(reading.rejects == ["{\"id\":\"2\""])
    }

    @Test func `a broken first line does not spoil the lines after it`() async {
        let torn = await Reading.json("{\"id\":\"1\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n")
        #expect(torn.values == ["2", "3"])
        let open = await Reading.json("{\"id\":{\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n")
        #expect(open.values == ["2", "3"])
        #expect(open.rejects == ["{\"id\":{\n"])
    }

    @Test(arguments: [
        #"[{"id":"1"},{"id":tru},{"id":"3"}]"#, #"[{"id":"1"},{"id":"2",},{"id":"3"}]"#,
        #"[{"id":"1"},{"id":["2"},{"id":"3"}]"#, "[\n {\"id\":\"1\"},\n {\"id\":\"2,\n \"x\":1},\n {\"id\":\"3\"}\n]",
        "[\n {\n  \"id\":\"1\"\n },\n {\n  \"id\":\"2\",\"x\":{\n },\n {\n  \"id\":\"3\"\n }\n]",
        #"[{"id":"1"},"two",{"id":"3"}]"#, #"[{"id":"1"},[{"id":"2"}],{"id":"3"}]"#,
    ])
    func `one bad record in an array costs itself alone`(_ text: String) async {
        for width in 1...2 {
            let reading = await Reading.json(text, width: width)
            #expect(reading.values == ["1", "3"])
            #expect(reading.said.count == 1)
            #expect(reading.rejects.count == 1)
        }
    }

    @Test func `keeps the records before the cut and hands back the torn one`() async {
        let reading = await Reading.json("{\"incidents\": [\n {\"id\":\"1\"},\n {\"id\":\"2\", \"x\": [1, 2")
        #expect(reading.values == ["1"])
        #expect(reading.said == ["truncated 3:2"])
        #expect(reading.rejects == ["{\"id\":\"2\", \"x\": [1, 2"])
    }

    @Test func `reads the object around the records strictly too`() async {
        let reading = await Reading.json(#"{"total":01,"incidents":[{"id":"1"}],"next":nul}"#)
        #expect(reading.values == ["1"])
        #expect(reading.said == ["json-syntax 1:10", "json-syntax 1:48"])
    }

    @Test func `thousands of records come in order, whatever the width`() async {
        let records = (0..<60_000).map { number in
            number % 1_000 == 7
                ? "{\"id\":\"\(number)\",}" : "{\"id\":\"\(number)\",\"text\":\"\(String(repeating: "é", count: 20))\"}"
        }
        let good = (0..<60_000).filter { $0 % 1_000 != 7 }.map(String.init)
        for text in [records.joined(separator: "\n"), "[" + records.joined(separator: ",\n") + "]"] {
            let one = await Reading.json(text, width: 1)
            let two = await Reading.json(text, width: 2)
            #expect(one.values == good)
            #expect(one.said.count == 60)
            #expect(one.said.first?.hasPrefix("json-syntax 8:") == true)
            #expect(one == two)
        }
    }

    @Test func `stops after too many rejects and keeps the rest verbatim`() async {
        var limits = ReadingLimits()
        limits.rejects = 5
        let text = String(repeating: "{x}\n", count: 8) + "{\"id\":\"1\"}\n"
        let reading = await Reading.json(text, limits: limits)
        #expect(reading.said.last == "too-many-rejects 6:1")
        #expect(reading.rejects.joined(separator: "\n") == String(text.dropLast(0)))
    }

    @Test func `broken brackets in every record stay quick`() async {
        let text = "[" + (0..<20_000).map { "\n {\"id\":\"\($0)\",\"x\":[{}" }.joined(separator: ",") + "\n]"
        let reading = await Reading.json(text)
        #expect(reading.values.isEmpty)
        #expect(!reading.rejects.isEmpty)
    }
}
