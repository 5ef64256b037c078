import Diagnostics
import Syntax
import Testing

@Suite struct TextEncodingTests {
    @Test(
        arguments: [
            ("UTF-8", .utf8), ("utf8", .utf8), ("us-ascii", .utf8), ("Latin1", .latin1), ("ISO-8859-1", .latin1),
            ("iso_8859-1", .latin1), ("latin-1", .latin1), ("Windows-1252", .windows1252), ("CP1252", .windows1252),
            ("win-1252", .windows1252), ("UTF-16", nil), ("ISO-8859-15", nil), ("", nil),
        ] as [(String, TextEncoding?)])
    func `goes by its usual names`(_ name: String, _ encoding: TextEncoding?) {
        #expect(TextEncoding(named: name) == encoding)
    }

    @Test func `reads Latin-1 and Windows-1252 where they are declared`() async {
        let latin: [UInt8] = Array("id;Gr".utf8) + [0xF6, 0xDF] + Array("e\nM".utf8) + [0xFC] + Array("ller;1\n".utf8)
        for encoding in [TextEncoding.latin1, .windows1252] {
            let stream = RecordStream(
                InputText(bytes: latin), source: SourceID(0), path: .csv, encoding: encoding)
            let result = await stream.map(width: 1) { row in
                #expect(row.text("Größe")?.origin == Origin(source: SourceID(0), line: 2, column: 8, field: "Größe"))
                #expect(row.verbatim() == "Müller;1")
                return row.text("id")?.value
            }
            #expect(result.values == ["Müller"])
            #expect(result.diagnostics.isEmpty)
        }
        #expect(await Reading.csv(latin).said == ["encoding 1:6"])
    }

    @Test func `Windows-1252 has dashes and quotes of its own, and five bytes that are nothing`() async {
        let text: [UInt8] =
            Array("id,x\n\"".utf8) + [0x93, 0x80, 0x94] + Array("\"\"\",\n".utf8) + [0x81] + Array(",\n".utf8)
        let reading = await Reading.csv(text, encoding: .windows1252)
        #expect(reading.values == ["“€”\""])
        #expect(reading.said == ["encoding 3:1"])
        #expect(reading.rejects == ["\u{FFFD},"])
        #expect(await Reading.csv(text, encoding: .latin1).values == ["\u{93}\u{80}\u{94}\"", "\u{81}"])
    }

    @Test func `every byte of Windows-1252 is the character that Unicode maps it to`() async {
        let table = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
        let expected = table + String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0) }))
        let cells = (0x80...0xFF).map { [UInt8(truncatingIfNeeded: $0)] + Array(",x\n".utf8) }
        let reading = await Reading.csv(Array("id,x\n".utf8) + cells.joined(), encoding: .windows1252)
        #expect(reading.values.joined() == expected.filter { $0 != "\u{FFFD}" })
        #expect(reading.rejects.count == 5)
    }

    @Test func `a byte order mark outweighs what was declared`() async {
        #expect(await Reading.csv("\u{FEFF}id,x\né,1\n", encoding: .latin1).values == ["é"])
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x69, 0, 0x64, 0, 0x2C, 0], [0xFE, 0xFF, 0, 0x69], [0x69, 0, 0x64, 0], [0, 0x69, 0, 0x64],
        ]
            as [[UInt8]])
    func `refuses UTF-16 and says how to convert it`(_ bytes: [UInt8]) async {
        let result = await RecordStream(InputText(bytes: bytes), source: SourceID(0), path: .csv).map(width: 1) { _ in 0
        }
        #expect(result.diagnostics.map(\.code) == [.encoding])
        #expect(result.diagnostics.first?.help?.contains("iconv -f UTF-16") == true)
        #expect(result.rejects.map(\.bytes) == [bytes])
    }
}
