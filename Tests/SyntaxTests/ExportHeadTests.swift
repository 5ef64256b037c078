import Diagnostics
import Syntax
import Testing

@Suite struct ExportHeadTests {
    @Test func `shows the keys of JSON in all its layouts`() {
        let object = ExportHead.of(InputText(#"{"id":1,"list":[{"a":1}],"in":{"b":2},"e":[]}"#)).json
        #expect(object?.shape == .object)
        #expect(object?.keys == ["id", "list", "in", "e"])
        #expect(object?.arrays == ["list": ["a"], "e": []])
        #expect(object?.objects == ["in": ["b"]])
        #expect(object?.recordKeys(arrays: ["list"]) == ["a"])
        #expect(ExportHead.of(InputText(#"[{"a":1},{"b":2}]"#)).json == JSONHead(shape: .array, keys: ["a"]))
        #expect(ExportHead.of(InputText("{\"a\":1}\n{\"b\":2}")).json == JSONHead(shape: .values, keys: ["a"]))
    }

    @Test func `is content with the first 64 KiB`() {
        let record = #"{"id":"1","text":""# + String(repeating: "x", count: 1_000) + #""}"#
        let array = "{\"incidents\":[" + Array(repeating: record, count: 200).joined(separator: ",") + "]}"
        #expect(ExportHead.of(InputText(array)).json?.recordKeys(arrays: ["incidents"]) == ["id", "text"])
        #expect(ExportHead.of(InputText("[" + array + "]")).json?.keys == ["incidents"])
        let lines = Array(repeating: record, count: 200).joined(separator: "\n")
        #expect(ExportHead.of(InputText(lines)).json == JSONHead(shape: .values, keys: ["id", "text"]))
    }

    @Test func `shows the root of XML, its attributes and its first children`() {
        let text = "<!-- c --><unload unload_date=\"2024\"><incident><a/><b/><a/></incident><note><z/></note></unload>"
        let head = XMLHead(
            root: "unload", rootAttributes: ["unload_date": "2024"], children: ["incident", "note"], fields: ["a", "b"])
        #expect(ExportHead.of(InputText(text)).xml == head)
        let long = "<unload><incident><a/></incident>" + String(repeating: "<note/>", count: 20_000)
        #expect(ExportHead.of(InputText(long)).xml?.children == ["incident", "note"])
        #expect(ExportHead.of(InputText("<!DOCTYPE x [<!ENTITY a 'b'>]><y/>")).xml?.root == "x")
    }

    @Test(arguments: [
        ("", ExportHead.Kind.empty), (" \n", .empty), ("[12 May] started", .text),
        ("\u{0}\u{1}\u{2}\u{3}\u{4}", .binary), ("<3 incidents", .text),
    ])
    func `tells other inputs apart`(_ text: String, _ kind: ExportHead.Kind) {
        #expect(ExportHead.of(InputText(text)).kind == kind)
    }

    @Test func `names an encoding that is not read`() {
        #expect(ExportHead.of(InputText(bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0])).kind == .recoded("UTF-16"))
    }
}

@Suite struct SyntaxCodesTests {
    @Test func `every code explains itself, once`() {
        let codes = DiagnosticCode.syntaxCodes
        #expect(Set(codes.map(\.id)).count == codes.count)
        #expect(codes.allSatisfy { $0.explanation.count > 60 && !$0.summary.isEmpty })
    }
}
