import Diagnostics
import Syntax
import Testing

@Suite struct XMLTests {
    private static let path = RecordPath.xml(elements: ["incident", "note"])

    @Test func `reads elements, attributes, CDATA and references with their places`() async {
        let text = """
            <?xml version="1.0"?>
            <unload date="x">
              <incident action="I&amp;U">
                <id>1</id><who
                  name="Ann">007</who>
                <text>a &lt;b&gt; &#233;<![CDATA[ <raw> & ]]>end</text>
                <nested><x>1</x><x>2</x><y/></nested>
              </incident>
            </unload>
            """
        let result = await record(text, Self.path) { record in
            #expect(record.name == "incident")
            #expect(record.origin == at(3, 3, ""))
            #expect(record.text("@action") == Sourced("I&U", at(3, 3, "@action")))
            #expect(record.text("id") == Sourced("1", at(4, 5, "id")))
            #expect(record.text("who")?.origin == at(4, 15, "who"))
            #expect(record.integer("who")?.value == 7)
            #expect(record.text("who@name") == Sourced("Ann", at(4, 15, "who@name")))
            #expect(record.text("text")?.value == "a <b> é <raw> & end")
            #expect(record.list("nested.x").compactMap { $0.ownText?.value } == ["1", "2"])
            #expect(record.inner("nested")?.list("x").map(\.origin.field) == ["nested.x", "nested.x"])
            #expect(record.text("nested.y") == nil && record.has("nested.y") && !record.has("nested.z"))
            #expect(record.members.map(\.name) == ["@action", "id", "who", "text", "nested"])
            #expect(record.verbatim().hasPrefix("<incident action=\"I&amp;U\">"))
            #expect(record.verbatim().hasSuffix("</nested>\n  </incident>"))
        }
        #expect(result.values.count == 1)
        #expect(result.diagnostics.isEmpty)
    }

    @Test func `an element with elements in it is no text`() async {
        let result = await record("<r><incident><a>x<b>y</b>z</a></incident></r>", Self.path) { $0.text("a")?.value }
        #expect(result.values == [nil])
        #expect(result.diagnostics.map(\.code) == [.fieldShape])
    }

    @Test func `takes the records by name, and counts the others`() async {
        let text =
            "<x><incident><id>1</id></incident><sys_doc/><sys_doc><incident><id>9</id></incident></sys_doc><note><id>2</id></note></x>"
        let reading = await Reading.xml(text, elements: ["incident", "note"])
        #expect(reading.values == ["1", "2"])
        #expect(reading.others == ["sys_doc": 2])
    }

    @Test(arguments: [
        "<!DOCTYPE r [<!ENTITY a \"x\">]><r><incident><id>&a;</id></incident></r>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///secret.txt\">]><r><incident><id>&x;</id></incident></r>",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]><r><incident><id>1</id></incident></r>",
        "<!DOCTYPE r SYSTEM \"a.dtd\" []><r><incident><id>1</id></incident></r>",
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]><r><incident><id>&c;</id></incident></r>",
    ])
    func `refuses a document type with content, and reads nothing`(_ text: String) async {
        let reading = await Reading.xml(text)
        #expect(reading.values.isEmpty)
        #expect(reading.said.map { $0.prefix(15) } == ["doctype-refused"])
        #expect(reading.rejects == [text])
    }

    @Test func `ignores a document type elsewhere, and leaves its entities as they are written`() async {
        let text =
            "<!DOCTYPE bugzilla SYSTEM \"https://example.com/b.dtd\">\n<r><incident><id>a&nbsp;b</id></incident></r>"
        let reading = await Reading.xml(text)
        #expect(reading.values == ["a&nbsp;b"])
        #expect(reading.said.map { $0.split(separator: " ")[0] } == ["doctype-ignored", "entity-refused"])
    }

    @Test func `an entity that nothing declares is an error with its place`() async {
        let reading = await Reading.xml("<r>\n<incident><id>1</id></incident>\n<incident><id>&boo;</id></incident></r>")
        #expect(reading.values == ["1"])
        #expect(reading.said.count == 1 && reading.said[0].hasPrefix("xml-syntax 3:"))
        #expect(reading.rejects == ["<incident><id>&boo;</id></incident></r>"])
    }

    @Test(arguments: [
        "<incident><id>2</i", "<incident><id>2", "<incident><id>2</id></incident>", "<incident a=\"", "<", "<inc",
    ])
    func `a cut-off file keeps the records before the cut`(_ tail: String) async {
        let reading = await Reading.xml("<r><incident><id>1</id></incident>\n" + tail)
        #expect(reading.values.first == "1")
        #expect(reading.said.count == 1)
        #expect(reading.said[0].hasPrefix("truncated"))
        #expect(reading.rejects.count == 1)
    }

    @Test(arguments: [
        ("<r><incident><id>1</id></incident><incident><id>2</x></incident></r>", "xml-syntax"),
        ("<r><incident><id>1</id></incident></r><r/>", "xml-syntax"),
        ("<r><incident><id>1</id></incident><incident id=1/></r>", "xml-syntax"),
        ("<r><incident><id>1</id></incident><incident a='1' a='2'/></r>", "xml-syntax"),
        ("<r><incident><id>1</id></incident>a & b</r>", "xml-syntax"),
        ("<r><incident><id>1</id></incident>\u{1}</r>", "xml-syntax"),
        ("<r><incident><id>1</id></incident>\u{0}</r>", "encoding"),
        ("<r><incident><id>1</id></incident><z:y/></r>", "xml-namespace"),
    ])
    func `an error stops the reading and keeps what came before`(_ text: String, _ code: String) async {
        let reading = await Reading.xml(text)
        #expect(reading.values == ["1"])
        #expect(reading.said.count == 1 && reading.said[0].hasPrefix(code))
    }

    @Test func `reads UTF-16 and ISO-8859-1`() async {
        let body = "<r>\n<incident><id>é</id></incident></r>"
        let wide = Array(("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + body).utf16)
        let little = await Reading.xml(wide.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
        #expect(little.values == ["é"])
        let big = await Reading.xml(wide.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] })
        #expect(big.values == ["é"])
        let latin: [UInt8] = ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body).unicodeScalars.map {
            UInt8($0.value)
        }
        #expect(await Reading.xml(latin).values == ["é"])
        let marked = await Reading.xml("\u{FEFF}" + body)
        #expect(marked.values == ["é"])
        let plain: [UInt8] = ("<?xml version='1.0'?>" + body).unicodeScalars.map { UInt8($0.value) }
        let misread = await Reading.xml(plain)
        #expect(misread.values.isEmpty)
        #expect(misread.said.count == 1 && misread.said[0].hasPrefix("encoding 2:"))
    }

    @Test func `refuses an encoding that the first bytes contradict`() async {
        let body = "encoding=\"UTF-16\"?><r><incident><id>1</id></incident></r>"
        #expect(await Reading.xml("<?xml version=\"1.0\" " + body).said == ["encoding 1:1"])
        let latin = "\u{FEFF}<?xml version=\"1.0\" encoding='ISO-8859-1'?><r><incident><id>1</id></incident></r>"
        #expect(await Reading.xml(latin).said == ["encoding 1:1"])
    }

    @Test func `rejects a record beyond a limit, and goes on`() async {
        var limits = ReadingLimits()
        (limits.depth, limits.value, limits.record) = (3, 8, 60)
        let records = [
            "<incident><id>1</id></incident>", "<incident><id>123456789</id></incident>",
            "<incident><id><a><b>x</b></a></id></incident>",
            "<incident><id>4</id>" + String(repeating: "<x>12345678</x>", count: 6) + "</incident>",
            "<incident><id>5</id></incident>",
        ]
        let reading = await Reading.xml("<r>" + records.joined(separator: "\n") + "</r>", limits: limits)
        #expect(reading.values == ["1", "5"])
        #expect(reading.said == ["value-too-large 2:11", "too-deep 3:18", "record-too-large 4:1"])
        #expect(reading.rejects == Array(records[1...3]))
        #expect(reading.seen == 5)
    }

    @Test(arguments: [
        "", "   ", "hello", "{}", "<", "<!--", "<r", "\u{0}", "<?xml", "<?xml version='1.0' encoding='nope'?><r/>",
    ])
    func `says something about what is no XML`(_ text: String) async {
        let reading = await Reading.xml(text)
        #expect(reading.values.isEmpty)
        #expect(reading.said.count == 1)
    }

    @Test func `survives deep nesting`() async {
        let deep = "<r><incident>" + String(repeating: "<a>", count: 100_000)
        #expect(await Reading.xml(deep).values.isEmpty)
    }

    @Test func `thousands of records come in order, whatever the width`() async {
        let filling = String(repeating: "ä", count: 40)
        var text = "<unload>\n"
        for number in 0..<20_000 {
            text += "<incident>\n<id>\(number)</id><text>\(filling)</text>\n</incident>\n"
        }
        text += "</unload>"
        let one = await Reading.xml(text, width: 1)
        let two = await Reading.xml(text, width: 2)
        #expect(one.values == (0..<20_000).map(String.init))
        #expect(one == two)
        let places = await record(text, Self.path) { $0.text("id")?.origin.line }
        let lines: [UInt32?] = (0..<20_000).map { UInt32(3 + $0 * 3) }
        #expect(places.values == lines)
    }
}

private func at(_ line: UInt32, _ column: UInt32, _ field: String) -> Origin {
    Origin(source: SourceID(7), line: line, column: column, field: field)
}
