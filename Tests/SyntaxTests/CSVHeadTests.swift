import Syntax
import Testing

@Suite struct CSVHeadTests {
    @Test(arguments: [
        ("a,b\n1,2", ",", ["a", "b"]), ("a;b;c\n1,5;2;3", ";", ["a", "b", "c"]), ("a\tb\n1\t2", "\t", ["a", "b"]),
        ("a|b\n1|2", "|", ["a", "b"]), ("a,b", ",", ["a", "b"]), ("sep=;\na;b\n", ";", ["a", "b"]),
        ("\u{FEFF}\"Incident Number\", State ,\"x\"\"y\"\r\n1,2,3", ",", ["Incident Number", "State", "x\"y"]),
        ("a,,b,a\n1,2\n", ",", ["a", "", "b", "a"]), ("Key, Value\n1, 2\n3, 4\n", ",", ["Key", "Value"]),
        ("[Id],[State]\n1,2", ",", ["[Id]", "[State]"]), ("a,\"b\nc\"\n1,2\n", ",", ["a", "b\nc"]),
        ("a;b, c;d\n1;x, y;2\n1;x, y;2\n", ";", ["a", "b, c", "d"]), ("a,b\n\u{0},2\n", ",", ["a", "b"]),
    ])
    func `shows the delimiter and the columns`(_ text: String, _ delimiter: Character, _ columns: [String]) {
        #expect(ExportHead.of(InputText(text)).csv == CSVHead(delimiter: delimiter, columns: columns))
    }

    @Test(arguments: [
        "Hello", "Dear all, we had an outage", "On Monday, the database failed.\nAfter that, we, as a team, met.\n",
        "First, a line\nwithout any\n",
        "####\n# STATUS, FILE; x\n####\n\ninfo {\n\tcreated=1402850068\n\tversion=4\n\t}\n",
        "info {\n\tcreated=1402850068\n\t}\n", "hoststatus {\n\thost_name=a,b\n\tstate=1,2\n\t}\n",
        "name: x\nlist: a, b\n",
        "a,\"b\n1,2\n", "a\nb,c\n", "id\n1\n2\n", "<a b\n1,2\n>",
    ])
    func `leaves other texts alone`(_ text: String) {
        #expect(ExportHead.of(InputText(text)).kind == .text)
    }

    @Test func `reads a head in the encoding that is named`() {
        let bytes: [UInt8] = [0xC4, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x32]
        #expect(ExportHead.of(InputText(bytes: bytes), encoding: .latin1).csv?.columns == ["Ä", "b"])
        #expect(ExportHead.of(InputText(bytes: bytes)).kind == .text)
    }

    @Test func `is binary where the header row holds a zero byte`() {
        #expect(ExportHead.of(InputText("PK,\u{3}\u{4}\u{0}\n1,2")).kind == .binary)
    }
}
