import Diagnostics
import Syntax
import Testing

@Suite struct JSONStrictnessTests {
    @Test(arguments: [
        #"{"id":"x","n":[0,-0,1.5,-1.5e+10,1E2,0.1e-7]}"#, #" {"id" : "x" , "a" : [ ] , "o" : { } } "#,
        #"{"id":"x","s":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"}"#, #"{"id":"x","":null,"t":true,"f":false}"#,
        "{\"id\":\"x\",\"s\":\"é€😀\u{7F}\u{FFFF}\"}", "\u{FEFF}{\"id\":\"x\"}", "\r\n\t {\"id\":\"x\"}\r\n",
    ])
    func `accepts what RFC 8259 allows`(_ text: String) async {
        let reading = await Reading.json(text)
        #expect(reading.values == ["x"])
        #expect(reading.said.isEmpty)
    }

    @Test(arguments: [
        (#"{"a":01}"#, "1:6"), (#"{"a":+1}"#, "1:6"), (#"{"a":1.}"#, "1:8"), (#"{"a":.5}"#, "1:6"),
        (#"{"a":1e}"#, "1:8"), (#"{"a":-}"#, "1:7"), (#"{"a":0x1}"#, "1:7"), (#"{"a":txyz}"#, "1:6"),
        (#"{"a":True}"#, "1:6"), (#"{"a":nulll}"#, "1:10"), (#"{"a":1,}"#, "1:8"), (#"{"a":[1,]}"#, "1:9"),
        (#"{"a":[1 2]}"#, "1:9"), (#"{"a" 1}"#, "1:6"), (#"{a:1}"#, "1:2"), (#"{'a':1}"#, "1:2"),
        ("{\"a\":\"b\tc\"}", "1:8"), (#"{"a":"\x"}"#, "1:7"), (#"{"a":"\u12G4"}"#, "1:7"), (#"{"a":1}x"#, "1:8"),
        (#"{"a":1} "x""#, "1:9"), (#"{"a":1}}"#, "1:8"), (#"{"a":[1}"#, "1:8"), (#"{"a":NaN}"#, "1:6"),
        (#"{"a":1}/* */"#, "1:8"), ("{\n \"a\": 1,\n \"b\": }", "3:7"), (#"{"a":1 "b":2}"#, "1:8"),
    ])
    func `names the place where the grammar breaks`(_ text: String, _ place: String) async {
        let reading = await Reading.json(text)
        #expect(reading.said == ["json-syntax \(place)"])
        #expect(reading.rejects.count == 1)
    }

    @Test(arguments: [
        #"{"a":"#, #"{"a":"b"#, #"{"a":tr"#, #"{"a":1"#, #"{"a":"b\"#, #"{"a":"\ud83d"#, "[", #"[{"a":1}"#,
        #"[{"a":1},"#,
    ])
    func `says that a text is cut off`(_ text: String) async {
        let reading = await Reading.json(text)
        #expect(reading.said.map { $0.prefix(9) } == ["truncated"])
    }

    @Test(arguments: [
        (#""\ud800""#, "1:7"), (#""\udc00""#, "1:7"), (#""\ud800A""#, "1:7"), (#""a\ud800\ud800""#, "1:8"),
    ])
    func `rejects half a surrogate pair`(_ value: String, _ place: String) async {
        let reading = await Reading.json(#"{"a":"# + value + "}")
        #expect(reading.said == ["encoding \(place)"])
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xFF], [0x00],
        ] as [[UInt8]])
    func `rejects bytes that are not UTF-8, at their place`(_ bytes: [UInt8]) async {
        let text = Array(#"{"id":"12345678ab"#.utf8) + bytes + Array(#""}"#.utf8)
        let reading = await Reading.json(text)
        #expect(reading.said == ["encoding 1:18"])
        #expect(reading.values.isEmpty)
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B], [0x7B, 0, 0x22, 0], [0, 0, 0, 0x7B], [0xFF, 0xFE, 0, 0],
        ] as [[UInt8]])
    func `names other encodings instead of reading them wrong`(_ bytes: [UInt8]) async {
        let reading = await Reading.json(bytes)
        #expect(reading.said == ["encoding 1:1"])
        #expect(reading.rejects.count == 1)
    }

    @Test(arguments: ["", " \r\n\t", "\u{FEFF}"])
    func `says that an input is empty`(_ text: String) async {
        let reading = await Reading.json(text)
        #expect(reading.said == ["empty-input 0:0"])
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `survives 100,000 open brackets`(_ bracket: String) async {
        let deep = String(repeating: bracket, count: 100_000)
        #expect(await Reading.json(deep).values.isEmpty)
        let record =
            #"{"id":"a","x":"# + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
        let reading = await Reading.json("[" + record + #",{"id":"b"}]"#)
        #expect(reading.values == ["b"])
        #expect(reading.said.map { $0.prefix(8) } == ["too-deep"])
    }

    @Test func `rejects a value or a record beyond its limit, and goes on`() async {
        var limits = ReadingLimits()
        limits.value = 10
        limits.record = 40
        let text = #"[{"id":"12345678901"},{"id":"a"},{"id":"b","x":[1,2,3,4,5,6,7,8,9,10,11,12,13]},{"id":"c"}]"#
        let reading = await Reading.json(text, limits: limits)
        #expect(reading.values == ["a", "c"])
        #expect(reading.said.map { $0.split(separator: " ")[0] } == ["value-too-large", "record-too-large"])
    }

    @Test func `the first of two equal keys stands, and the second is told`() async {
        let reading = await Reading.json(#"{"a":{"x":1,"x":2},"id":"1","\u0069d":"2","id":"3"}"#)
        #expect(reading.values == ["1"])
        #expect(reading.said == ["duplicate-key 1:13", "duplicate-key 1:29", "duplicate-key 1:43"])
    }

    @Test func `finds repeated keys in an object of 100,000 without getting slow`() async {
        let members = (0..<100_000).map { "\"k\($0)\":1" }.joined(separator: ",")
        let reading = await Reading.json(#"{"id":"x","# + members + #","k7":2,"k99999":3}"#)
        #expect(reading.values == ["x"])
        #expect(reading.said.count == 2)
    }
}
