import Testing

@testable import Typesetting

@Suite("JSON documents")
struct JSONDocumentTests {
    @Test("keys are sorted, levels indented, and the text ends with a line break")
    func layout() {
        let document: JSONDocument = [
            "b": [1, .number(303.25), .number(187), nil, true], "a": ["\u{E9}": "x\n\"", "z": [], "Z": [:]],
            "\u{10000}": 1, "\u{FFFF}": 2,
        ]
        #expect(
            document.text == """
                {
                  "a": {
                    "Z": {},
                    "z": [],
                    "\u{E9}": "x\\n\\""
                  },
                  "b": [
                    1,
                    303.25,
                    187.0,
                    null,
                    true
                  ],
                  "\u{FFFF}": 2,
                  "\u{10000}": 1
                }

                """)
    }

    @Test("one line holds the same, without blanks between its parts")
    func line() {
        let document: JSONDocument = ["b": [1, nil, ["z": [], "Z": [:]]], "a": "x y\nz"]
        #expect(document.line == "{\"a\":\"x y\\nz\",\"b\":[1,null,{\"Z\":{},\"z\":[]}]}\n")
    }

    @Test(
        "numbers have no exponent and read back as themselves",
        arguments: [
            (0.75, "0.75"), (0, "0.0"), (-0.0, "0.0"), (1e16, "10000000000000000.0"), (1.5e-7, "0.00000015"),
            (-2.5e20, "-250000000000000000000.0"),
            (0.1 + 0.2, "0.30000000000000004"), (1e-5, "0.00001"), (123_456_789.125, "123456789.125"),
            (-1.25e-6, "-0.00000125"),
        ])
    func numbers(_ value: Double, _ wanted: String) {
        #expect(plainNumber(value) == wanted)
        #expect(Double(wanted) == value)
    }

    @Test("what is no number is null")
    func notFinite() {
        #expect(JSONDocument.number(.nan).text == "null\n")
        #expect(JSONDocument.optional(nil as Double?) == .null)
    }
}

@Suite("Tables for spreadsheets")
struct CSVTableTests {
    private func cell(_ text: String, isNumeric: Bool = false) -> String {
        var table = CSVTable([.init("a", isNumeric: isNumeric), .init("b")])
        table.append([text, "x"])
        return String(
            decoding: table.text.utf8.dropFirst("a,b\r\n".utf8.count).dropLast(",x\r\n".utf8.count), as: UTF8.self)
    }

    @Test(
        "a cell that would run gets an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("+x", "'+x"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("  =x", "'=x"),
            ("\t=x", "'=x"),
            ("\r\n=x", "'=x"), ("\u{FF1D}x", "'\u{FF1D}x"), ("\u{A0}=x", "'\u{A0}=x"), ("\"=x", "\"'\"\"=x\""),
            ("a;=x", "\"a;'=x\""),
            ("a; +x", "\"a;' +x\""), ("'=x", "'=x"), ("-5", "'-5"), ("\u{200D}=x", "'\u{200D}=x"),
        ])
    func runs(_ text: String, _ wanted: String) { #expect(cell(text) == wanted) }

    @Test(
        "other cells stay as they are, quoted where a comma, a semicolon or a quote asks for it",
        arguments: [
            ("x", "x"), ("a=b", "a=b"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "a b"),
            ("", ""),
            ("x\u{202E}y", "x\\u{202e}y"), ("a-b", "a-b"), ("end;", "\"end; \""),
        ])
    func plain(_ text: String, _ wanted: String) { #expect(cell(text) == wanted) }

    @Test(
        "a numeric column keeps plain numbers, and only those",
        arguments: [
            ("-5", "-5"), ("+3.25", "+3.25"), ("12", "12"), ("", ""), ("-5+1", "'-5+1"), ("-", "'-"), ("=5", "'=5"),
            ("-1.2.3", "'-1.2.3"),
            ("-.5", "'-.5"), ("-5 ", "'-5"),
        ])
    func numeric(_ text: String, _ wanted: String) { #expect(cell(text, isNumeric: true) == wanted) }

    @Test("rows end in CRLF, and a row may leave out its last cells")
    func layout() {
        var table = CSVTable([.init("a"), .init("b")])
        table.append(["1"])
        #expect(table.text == "a,b\r\n1,\r\n")
    }
}

@Suite("File names")
struct SafeFileNameTests {
    @Test("ordinary ids stay as they are", arguments: ["INC-2024-0215-001", "INC0010023", "OPS-17", "A.B_C", "42"])
    func kept(_ id: String) { #expect(SafeFileName.fileName(for: id) == id) }

    @Test(
        "no id can leave its folder, hide, or name a device",
        arguments: [
            "../../etc/passwd", "..", ".", "", "/", "\\\\host\\x", ".hidden", "-rf", "CON", "NUL.txt", "COM1",
            "a\u{0}b", "x/y", "x\ny",
            "\u{202E}x", "A..B", "A.", "C:\\X", "%2e%2e", "~", "$(X)", String(repeating: "A", count: 500), "\u{1F4A9}",
            "INC 1", "lpt9.x",
        ] + HostileText.all)
    func safe(_ id: String) {
        let name = SafeFileName.fileName(for: id)
        #expect((1...80).contains(name.utf8.count))
        #expect(name.utf8.allSatisfy { MarkdownToken.isAlphanumeric($0) || "-_.".utf8.contains($0) })
        #expect(!name.hasPrefix(".") && !name.hasPrefix("-") && !name.hasSuffix(".") && !name.contains(".."))
        let stem = name.split(separator: ".")[0].uppercased()
        #expect(!["CON", "PRN", "AUX", "NUL", "COM1", "LPT9"].contains(stem))
    }

    @Test("different ids have different names, on file systems that ignore case too")
    func injective() {
        var ids = Set(HostileText.all)
        ids.formUnion([
            "INC-1", "inc-1", "Inc-1", "INC/1", "INC_1", "INC:1", "CON", "con", "id-CON", "unnamed", "A", "A.", "A..",
            ".A", "_A",
        ])
        ids.formUnion((80...120).map { String(repeating: "A", count: $0) })
        for id in Array(ids) { ids.insert(SafeFileName.fileName(for: id)) }
        for id in Array(ids) { ids.insert(SafeFileName.fileName(for: id).uppercased()) }
        #expect(Set(ids.map { SafeFileName.fileName(for: $0).lowercased() }).count == ids.count)
    }

    @Test(
        "digests are those of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func digests(_ text: String, _ wanted: String) { #expect(SHA256Digest(of: Array(text.utf8)).hex == wanted) }
}
