import Testing

@testable import Syntax

/// Where a list stands in a JSON text, found without reading it.
@Suite struct JSONMemberTests {
    private func place(_ text: String) -> String? {
        let input = InputText(text)
        return JSONMember("a").place(in: input).map { String(decoding: input.bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        (#"{"a": [1, [2], "]"], "b": [3]}"#, #"[1, [2], "]"]"#), (#"{"b": {"a": [1]}, "a": []}"#, "[]"),
        (#"{"b": "a", "c": [{"a": [1]}], "a":[{}]}"#, "[{}]"),
        (#"{"b": "\"", "a": ["\\", "\\\"]"]}"#, #"["\\", "\\\"]"]"#),
    ])
    func `a member of the outermost object alone`(text: String, expected: String) {
        #expect(place(text) == expected)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"a": {}}"#, #"{"a": "[]"}"#, #"{"a": [1], "a": [2]}"#, #"{"a": [1"#, #"{"b": [1]}"#, "}",
        #"{"a": "#,
        #"{"ab": [1]}"#, #"{"a": [1]} {"a": [1]}"#, #"["a", [1]]"#, "\"",
    ])
    func `what is no such list has no place`(text: String) { #expect(place(text) == nil) }

    @Test func `a part is an input of its own, and another text can take its place`() {
        let input = InputText(#"{"a": [1, 2], "b": 3}"#)
        let part = input.part(6..<12)
        #expect(part.text(0..<part.count) == Array("[1, 2]".utf8))
        let other = input.with(Array("[]".utf8), at: 6..<12)
        #expect(other.text(0..<other.count) == Array(#"{"a": [], "b": 3}"#.utf8))
        var stretches: [UInt8] = []
        input.inStretches { stretches += $0 }
        #expect(stretches == input.text(0..<input.count))
    }
}
