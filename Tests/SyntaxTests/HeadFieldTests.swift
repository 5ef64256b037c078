import Syntax
import Testing

@Suite struct HeadFieldTests {
    private static let record = #"{"id":1,"who":{"name":"Ann","mail":null},"log":[{"at":"x","by":{"id":2}},{"no":1}]}"#
    private static let fields: Set<String> = [
        "id", "who", "who.name", "who.mail", "log", "log.at", "log.by", "log.by.id",
    ]

    @Test(arguments: [
        record, "[\(record),{}]", "\(record)\n{\"a\":1}\n", "{\"n\":1,\"incidents\":[\(record)]}",
        "{\"incident\":\(record)}", "{\"data\":{\"x\":[],\"tickets\":[3,\(record)]},\"n\":2}",
        "[{\"incidents\":[],\"offset\":0},{\"incidents\":[\(record)]}]",
        "{\"incidents\":[]}\n{\"incidents\":[\(record)]}\n", "\u{FEFF} [{\"data\":{\"tickets\":[\(record)]}}]",
        "{\"incident\":{},\"incidents\":[\(record)]}",
    ])
    func `shows the fields of the first record, whatever stands around it`(_ text: String) {
        let head = ExportHead.of(InputText(text))
        let path = RecordPath.json(arrays: ["incidents", "incident", "data.tickets"])
        #expect(head.fields(of: path) == Self.fields)
        #expect(head.value(of: "who.name", path: path) == "Ann")
        #expect(head.value(of: "log.by.id", path: path) == "2")
        for none in ["who", "log", "who.mail", "nothing", "id.x", "who@name", ""] {
            #expect(head.value(of: none, path: path) == nil)
        }
        #expect(head.fields(of: .xml(elements: ["incident"])).isEmpty)
    }

    @Test func `a path that leads nowhere leaves the root object as the record`() {
        let head = ExportHead.of(InputText(#"{"data":{"id":1},"source":"aws.health"}"#))
        #expect(head.fields(of: .json(arrays: ["incidents"])) == ["data", "data.id", "source"])
        #expect(head.fields(of: .json(arrays: ["data.list"])) == ["data", "data.id", "source"])
        #expect(head.fields(of: .json(arrays: ["data", "data.list"])) == ["id"])
        #expect(head.value(of: "source", path: .json(arrays: [])) == "aws.health")
    }

    @Test func `an empty list shows no record, but the keys around it`() {
        let head = ExportHead.of(InputText(#"{"incidents":[],"limit":25,"data":{"tickets":[]}}"#))
        #expect(head.fields(of: .json(arrays: ["incidents"])).isEmpty)
        #expect(head.fields(of: .json(arrays: ["data.tickets"])).isEmpty)
        #expect(head.value(of: "limit", path: .json(arrays: ["incidents"])) == nil)
        #expect(head.rootKeys == ["incidents", "limit", "data"])
        #expect(head.root == nil)
        for nothing in ["", "[]", "plain text", "[1,2]"] {
            #expect(ExportHead.of(InputText(nothing)).fields(of: .json(arrays: [])).isEmpty)
            #expect(ExportHead.of(InputText(nothing)).rootKeys.isEmpty)
        }
    }

    @Test func `goes four names deep`() {
        let head = ExportHead.of(InputText(#"{"a":{"b":[{"c":{"d":{"e":1}}}]}}"#))
        #expect(head.fields(of: .json(arrays: [])) == ["a", "a.b", "a.b.c", "a.b.c.d"])
        let xml = ExportHead.of(InputText("<r><x><a><b><c><d f=''><e/></d></c></b></a></x></r>"))
        #expect(xml.fields(of: .xml(elements: ["x"])) == ["a", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d@f"])
    }

    @Test func `of a record that is longer than the head, shows what is seen`() {
        let long = String(repeating: "x", count: 70_000)
        let head = ExportHead.of(InputText(#"{"incidents":[{"id":"7","in":{"b":1},"text":""# + long + #"","z":1}]}"#))
        let path = RecordPath.json(arrays: ["incidents"])
        #expect(head.fields(of: path) == ["id", "in", "in.b"])
        #expect(head.value(of: "id", path: path) == "7")
        let xml = ExportHead.of(InputText("<r><item k='v'><id>7</id><in><b>1</b></in><text>" + long))
        #expect(xml.fields(of: .xml(elements: ["item"])) == ["@k", "id", "in", "in.b", "text"])
        #expect(xml.value(of: "text", path: .xml(elements: ["item"])) == nil)
    }

    @Test func `looks behind a list that is longer than the head`() {
        let components = Array(repeating: #"{"id":"c","name":"x"}"#, count: 20_000).joined(separator: ",")
        let text = #"{"page":{"id":1},"components":["# + components + #"],"n":1,"incidents":[{"id":"7","log":[{}"#
        let path = RecordPath.json(arrays: ["incidents"])
        for end in [
            "]}],\"more\":true}", "", ",{},{\"a\":\"" + components.replacing("\"", with: "") + "\"}]}],\"z\":1}",
        ] {
            let head = ExportHead.of(InputText(text + end))
            #expect(head.fields(of: path) == ["id", "log"])
            #expect(head.value(of: "id", path: path) == "7")
            #expect(head.rootKeys.prefix(4) == ["page", "components", "n", "incidents"])
            #expect(head.fields(of: .json(arrays: ["components"])) == ["id", "name"])
            #expect(head.fields(of: .json(arrays: [])).contains("incidents.log"))
        }
        let far =
            #"{"a":["# + Array(repeating: components, count: 10).joined(separator: ",")
            + #"],"incidents":[{"id":"7"}]}"#
        #expect(ExportHead.of(InputText(far)).rootKeys == ["a"])
    }

    @Test func `gives short values only`() {
        let path = RecordPath.json(arrays: [])
        let (short, long) = (String(repeating: "a", count: 200), String(repeating: "a", count: 201))
        let head = ExportHead.of(InputText(#"{"a":"\#(short)","b":"\#(long)","c":" ","d":true,"e":"x\ny","f.g":1}"#))
        #expect(head.value(of: "a", path: path) == short)
        #expect(head.value(of: "b", path: path) == nil)
        #expect(head.value(of: "c", path: path) == nil)
        #expect(head.value(of: "d", path: path) == "true")
        #expect(head.value(of: "e", path: path) == "x\ny")
    }

    @Test func `shows the elements and attributes of nested XML`() {
        let text = """
            <rss version="2"><channel><title>Status</title><link href="x"/>
            <item id="9"><title>A &amp; B</title><link href="?a&amp;b"/><dc:date>2026</dc:date><tag k="1"/><tag><t/></tag></item>
            <item><other/></item></channel></rss>
            """
        let head = ExportHead.of(InputText(text))
        let path = RecordPath.xml(elements: ["item"], below: ["channel"])
        #expect(
            head.fields(of: path) == ["@id", "title", "link", "link@href", "dc:date", "tag", "tag@k", "tag.t"])
        #expect(head.value(of: "title", path: path) == "A & B")
        #expect(head.value(of: "link@href", path: path) == "?a&b")
        #expect(head.value(of: "@id", path: path) == "9")
        #expect(head.value(of: "tag", path: path) == nil)
        #expect(head.fields(of: .xml(elements: ["item"])).isEmpty)
        #expect(head.fields(of: .xml(elements: ["channel"])).contains("item.link@href"))
        #expect(head.fields(of: .json(arrays: [])).isEmpty)
        #expect(head.root == "rss")
    }

    @Test func `keeps every attribute of a long element`() {
        let attributes = (0..<2_000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
        let head = ExportHead.of(InputText("<r><x \(attributes)><y \(attributes)/></x></r>"))
        let path = RecordPath.xml(elements: ["x"])
        #expect(head.fields(of: path).count == 4_001)
        for number in [0, 255, 256, 257, 511, 1_999] {
            #expect(head.value(of: "@a\(number)", path: path) == "\(number)")
            #expect(head.value(of: "y@a\(number)", path: path) == "\(number)")
        }
    }

    @Test func `survives what is no proper export`() {
        let deep = String(repeating: #"{"a":"#, count: 9_000)
        #expect(ExportHead.of(InputText(deep)).fields(of: .json(arrays: ["a.a"])) == ["a", "a.a", "a.a.a", "a.a.a.a"])
        let tags = String(repeating: "<a>", count: 9_000)
        #expect(ExportHead.of(InputText(tags)).fields(of: .xml(elements: ["a"])).count == 4)
        #expect(ExportHead.of(InputText("<!DOCTYPE x [<!ENTITY a 'b'>]><y/>")).fields(of: .xml(elements: ["y"])) == [])
        #expect(ExportHead.of(InputText("{\"id\":1} nonsense")).fields(of: .json(arrays: [])) == ["id"])
    }
}
