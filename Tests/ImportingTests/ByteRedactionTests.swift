import Testing

@testable import Importing

/// Bytes are replaced one for one.
struct ByteRedactionTests {
    private func covered(_ text: String, _ body: (inout ByteRedaction) -> Int) -> (text: String, count: Int) {
        var redaction = ByteRedaction(Array(text.utf8))
        let count = body(&redaction)
        #expect(redaction.bytes.count == text.utf8.count)
        return (String(decoding: redaction.bytes, as: UTF8.self), count)
    }

    @Test(arguments: [
        ("write to ada@example.com.", "write to xxxxxxxxxxxxxxx.", 1),
        (#"{"a": "x\nada@example.com"}"#, #"{"a": "x\nxxxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "\u00e9da@example.com"}"#, #"{"a": "\u00e9xxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "ada\u0040example.com"}"#, #"{"a": "xxxxxxxxxxxxxxxxxxxx"}"#, 1),
        ("<a>ada&#64;example.com</a>", "<a>xxxxxxxxxxxxxxxxxxx</a>", 1),
        ("a@b, @here, user@localhost, x @ y.com", "a@b, @here, user@localhost, x @ y.com", 0),
        ("é@example.com", "xxxxxxxxxxxxxx", 1), ("@@@@", "@@@@", 0), ("", "", 0),
    ])
    func `addresses`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.coverAddresses() } == (expected, count))
    }

    @Test(arguments: [
        ("call +49 30 123456 now", "call +xx xx xxxxxx now", 1), ("(+1-202-555-0100)", "(+x-xxx-xxx-xxxx)", 1),
        ("2026-02-02T10:00:00+01:00", "2026-02-02T10:00:00+01:00", 0), ("10:00 +0100 2026", "10:00 +0100 2026", 0),
        ("1e+10000000000", "1e+10000000000", 0), ("+1234567890123456", "+1234567890123456", 0), ("+", "+", 0),
    ])
    func `telephone numbers, and no stamps`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.coverPhones() } == (expected, count))
    }

    @Test(arguments: [
        ("Acme and ACME, acmes, pacme", "xxxx and xxxx, acmes, pacme", 2),
        (#"{"a": "one\nAcme"}"#, #"{"a": "one\nxxxx"}"#, 1), ("acm", "acm", 0), ("Acme Inc", "xxxxxxxx", 1),
    ])
    func `words as a whole`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.cover(words: ["acme", "acme inc"]) } == (expected, count))
    }

    @Test(arguments: [
        ("<r><a>one\ntwo</a><b>three</b></r>", "<r><a>xxx\nxxx</a><b>three</b></r>", 1),
        ("<r><a><![CDATA[x<y]]></a></r>", "<r><a><![CDATA[xxx]]></a></r>", 1),
        ("<r a=\"one>\" b=\"two\"><ab>x</ab></r>", "<r a=\"xxxx\" b=\"two\"><ab>x</ab></r>", 1),
        ("<r><a/>text<a></a></r>", "<r><a/>text<a></a></r>", 0),
    ])
    func `elements and attributes by name`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.cover(element: "a", in: 0..<text.utf8.count) } == (expected, count))
    }
}
