import Diagnostics
import Syntax
import Testing

@Suite struct CSVTests {
    @Test func `reads cells by the names of their columns, with their places`() async {
        let text = """
            id,Incident Number,opened at,note.text,a@b,50%
            1,INC-1,"2026-01-02 03:04","a ""b"", c",x, y \n\
            "2
            two",INC-2,"",,"last"
            """
        let result = await rows(text) { row in
            #expect(row.text("Incident Number")?.origin.field == "Incident Number")
            return [
                row.text("id"), row.text(FieldPath(steps: ["Incident Number"])), row.text("opened at"),
                row.text("note.text"), row.text(FieldPath(steps: ["a@b"])), row.text("a@b"), row.text("50%"),
            ]
        }
        #expect(
            result.values == [
                [
                    Sourced("1", at(2, 1, "id")), Sourced("INC-1", at(2, 3, "Incident Number")),
                    Sourced("2026-01-02 03:04", at(2, 9, "opened at")),
                    Sourced("a \"b\", c", at(2, 28, "note.text")), Sourced("x", at(2, 41, "a@b")),
                    Sourced("x", at(2, 41, "a@b")), Sourced(" y ", at(2, 43, "50%")),
                ],
                [
                    Sourced("2\ntwo", at(3, 1, "id")), Sourced("INC-2", at(4, 6, "Incident Number")), nil, nil,
                    Sourced("last", at(4, 16, "a@b")), Sourced("last", at(4, 16, "a@b")), nil,
                ],
            ])
        #expect(result.diagnostics.map(\.code) == [.shortRows])
        #expect(result.diagnostics.map(\.origin) == [at(3, 1, "")])
    }

    @Test func `a row is a record with members, its own text and values of every kind`() async {
        let result = await rows("id;n;yes;blank;empty\r\n7; 1.5 ;TRUE;\"  \";\r\n") { row in
            #expect(row.integer("id")?.value == 7)
            #expect(row.number("n")?.value == 1.5)
            #expect(row.flag("yes")?.value == true)
            #expect(row.text("blank") == nil && row.text("empty") == nil && row.text("none") == nil)
            #expect(row.has("blank") && row.has("empty") && !row.has("none") && !row.has(""))
            #expect(row.members.map(\.name) == ["id", "n", "yes", "blank", "empty"])
            #expect(row.members.first?.reader.ownText == Sourced("7", at(2, 1, "id")))
            #expect(row.verbatim() == "7; 1.5 ;TRUE;\"  \";")
            #expect(row.origin == at(2, 1, "") && row.name.isEmpty)
            #expect(row.integer("yes") == nil && row.inner("id") == nil)
            #expect(row.list("id").compactMap { $0.ownText?.value } == ["7"])
            #expect(row.list("id").first?.text("x") == nil)
            #expect(row.list("blank").isEmpty && row.list("none").isEmpty)
            return true
        }
        #expect(result.values == [true])
        #expect(result.diagnostics.map(\.code) == [.fieldShape, .fieldShape])
    }

    @Test(arguments: [
        "id,x\n1,a\n2,b\n", "id,x\r\n1,a\r\n2,b\r\n", "id,x\r1,a\r2,b\r", "id,x\n1,a\n2,b", "\u{FEFF}id,x\n1,a\n2,b\n",
        "\u{FEFF}\"id\",x\n1,a\n2,b\n", "id;x\n1;a\n2;b\n", "id\tx\n1\ta\n2\tb\n", "id|x\n1|a\n2|b\n",
        "sep=;\nid;x\n1;a\n2;b\n", "SEP=,\r\nid,x\r\n1,a\r\n2,b\r\n", "\"sep=|\"\nid|x\n1|a\n2|b\n",
        "\u{FEFF}sep=^\nid^x\n1^a\n2^b", "\n\nid,x\n\n1,a\n\r\n\n2,b\n\n", "\"id\",\"x\"\n\"1\",\"a\"\n\"2\",\"b\"\n",
        "\"id\" , x \n\"1\" ,a\n\"2\"\t,b\n", " id ,\u{A0}x\n1,a\n2,b\n", "x,id\n\"a\nb\r\nc\rd\"\"\",1\n,2",
        "id\n1\n2\n",
        "id,x\n1,a\n,,\n,\n2,b\n", "id,\"x\ny\"\n1,a\n2,b\n", "x;y,z;id\n1,5;2,5;1\n1,5;2,5;2\n",
        "id,x,y\r\n1,,\r\n2,,",
    ])
    func `finds the rows however they are written`(_ text: String) async {
        for width in 1...2 {
            let reading = await Reading.csv(text, width: width)
            #expect(reading.values == ["1", "2"])
            #expect(reading.said.isEmpty)
            #expect(reading.seen == 2)
        }
    }

    @Test(arguments: [
        (#"a"b"#, #"a"b"#), (#"a""b"#, #"a""b"#), (#" "b""#, #" "b""#), (#""a""b""#, #"a"b"#), (#""""""#, #"""#),
        (#""""a""""#, #""a""#), (#""a'b\"  "#, #"a'b\"#), (#"5" pipe"#, #"5" pipe"#), ("\"é€😀\"", "é€😀"),
        ("\"a\r\nb\"", "a\r\nb"), ("\"a\tb\u{B}\"", "a\tb\u{B}"), ("é", "é"), ("\"12345678\"", "12345678"),
    ])
    func `reads quotes as RFC 4180 has them, and leaves those in the middle alone`(_ cell: String, _ text: String)
        async
    {
        for frame in [("", ""), ("x,", ",y"), ("12345678,", ",12345678"), ("\"\",", ",\"\"")] {
            let names = frame.0.isEmpty ? "id" : "x,id,y"
            #expect(await Reading.csv("\(names)\n\(frame.0)\(cell)\(frame.1)\n").values == [text])
        }
    }

    @Test func `a name that stands in the header again makes a list`() async {
        let text = "Key,Comment,Labels,Comment,Comment\nA,,x,first,\"second\nline\"\nB,one\n,,,,x\n"
        let result = await rows(text) { row in
            #expect(row.text("Key") == row.list("Key").first?.ownText)
            return [row.text("Comment")] + row.list("Comment").map(\.ownText)
        }
        let last = Sourced("x", at(5, 5, "Comment"))
        #expect(
            result.values == [
                [
                    Sourced("first", at(2, 6, "Comment")), Sourced("first", at(2, 6, "Comment")),
                    Sourced("second\nline", at(2, 12, "Comment")),
                ], [Sourced("one", at(4, 3, "Comment")), Sourced("one", at(4, 3, "Comment"))], [last, last],
            ])
    }

    @Test func `notes cells without a column, and counts rows that are short`() async {
        let reading = await Reading.csv("id,x,,y,\n1,a,?,b,\n2,a,,b,,,,\n3,a,,b,,,c\n4\n5,a,,b\n6,a,,b,\n")
        #expect(reading.values == ["1", "2", "3", "4", "5", "6"])
        #expect(reading.said == ["unnamed-columns 1:6", "extra-cells 4:10", "short-rows 5:1"])
        #expect(reading.rejects.isEmpty)
    }

    @Test(arguments: ["id,x", "id,x\n", "id,x\r\n\r\n", "sep=,\nid,x\n,\n"])
    func `a header alone holds no records`(_ text: String) async {
        let reading = await Reading.csv(text)
        #expect(reading.values.isEmpty && reading.said.isEmpty && reading.seen == 0)
    }

    @Test(arguments: [
        ("", "empty-input 0:0"), ("\u{FEFF}\r\n \n", "empty-input 0:0"), ("sep=;\n", "empty-input 0:0"),
        (",,\n1,2,3\n", "csv-syntax 1:1"), ("id,\"x\n1,2\n", "truncated 1:4"), ("id,x\u{0}\n1,2\n", "encoding 1:5"),
        ("id,\"x\"y\n1,2\n", "csv-syntax 1:7"),
    ])
    func `says why nothing can be read`(_ text: String, _ said: String) async {
        let reading = await Reading.csv(text)
        #expect(reading.said == [said])
        #expect(reading.values.isEmpty)
    }

    @Test func `takes many rows in order, whatever the width`() async {
        var text = "id,x,Comment\r\n"
        var ids: [String] = []
        for number in 0..<40_000 {
            ids.append("\(number)")
            let row =
                switch number % 7 {
                case 0: "\(number),\"a, \"\"quoted\"\"\r\nbreak \(number)\n\",é\r\n"
                case 1: "\"\(number)\",5\" pipe,\"\"\r\n"
                case 2: "\(number),\"\"\"\",\"\n\n\"\r\n"
                default: "\(number),\(String(repeating: "x", count: number % 60)),y\r\n"
                }
            text += row
            if number % 1_000 == 7 { text += "bad,\"a\"b,c\r\n" }
        }
        let one = await Reading.csv(text, width: 1)
        #expect(one.values == ids)
        #expect(one.said.count == 40)
        #expect(one.said.first == "csv-syntax 16:8")
        #expect(Set(one.rejects) == ["bad,\"a\"b,c"])
        for width in 2...3 { #expect(await Reading.csv(text, width: width) == one) }

        let places = await rows(text) { $0.text("id")?.origin.line }
        #expect(places.values.count == ids.count)
        #expect(places.values.last == UInt32(text.utf8.count { $0 == 0x0A }))
    }
}

/// Every row of a text, looked at by `look`.
private func rows<Value: Sendable>(
    _ text: String, _ look: @escaping @Sendable (RecordReader) -> Value
) async -> (values: [Value], diagnostics: [Diagnostic]) {
    await record(text, .csv, look)
}

private func at(_ line: UInt32, _ column: UInt32, _ field: String) -> Origin {
    Origin(source: SourceID(7), line: line, column: column, field: field)
}
