import Diagnostics
import Syntax
import Testing

@Suite struct XMLPathTests {
    private static let feed = """
        <rss>
          <channel><title>Status</title>
            <item k="1"><id>1</id><item><id>inner</id></item></item>
            <image><item><id>9</id></item></image>
          </channel>
          <item><id>8</id></item><other><channel><item><id>7</id></item></channel></other>
          <channel>
            <item><id>2</id></item><title/></channel>
        </rss>
        """

    @Test func `finds records below a path of elements`() async {
        for width in 1...2 {
            let reading = await Reading.xml(Self.feed, elements: ["item"], below: ["channel"], width: width)
            #expect(reading.values == ["1", "2"])
            #expect(reading.said.isEmpty)
            #expect(reading.seen == 2)
            #expect(reading.others == ["title": 2, "image": 1])
        }
        let places = await record(Self.feed, .xml(elements: ["item"], below: ["channel"])) { record in
            [record.origin, record.text("id")?.origin ?? record.origin].map { "\($0.line):\($0.column)" }
        }
        #expect(places.values == [["3:5", "3:17"], ["8:5", "8:11"]])
    }

    @Test func `goes down as far as the path does`() async {
        let text =
            "<r><a><b><x><id>1</id></x></b><x><id>8</id></x></a><b><x/></b><a><b/><b><x><id>2</id></x></b></a></r>"
        let reading = await Reading.xml(text, elements: ["x"], below: ["a", "b"])
        #expect(reading.values == ["1", "2"])
        #expect(reading.others.isEmpty)
        #expect(await Reading.xml(text, elements: ["x"], below: ["a"]).values == ["8"])
        #expect(await Reading.xml(text, elements: ["x"], below: ["z"]).values.isEmpty)
    }

    @Test func `names keep their prefix, and a default namespace needs none`() async {
        let atom = #"<feed xmlns="u:a" xmlns:d="u:d"><d:w><entry><id>1</id></entry></d:w><w><entry/></w></feed>"#
        #expect(await Reading.xml(atom, elements: ["entry"], below: ["d:w"]).values == ["1"])
        let feed = await record(
            #"<feed xmlns="u:a" xmlns:d="u:d"><entry d:k="v"><d:date>x</d:date><link href="y"/></entry></feed>"#,
            .xml(elements: ["entry"])
        ) { record in
            ["d:date", "link@href", "@d:k"].map { record.text(FieldPath($0))?.value ?? "-" }
        }
        #expect(feed.values == [["x", "y", "v"]])
    }

    @Test func `limits and cuts count from the record`() async {
        var limits = ReadingLimits()
        limits.depth = 3
        let text = "<r>\n<a><x><id><b>1</b></id></x><x><id><b><c/></b></id></x><x><id>3</id></x><x><id>4"
        let reading = await Reading.xml(text, elements: ["x"], below: ["a"], limits: limits)
        #expect(reading.values == ["-", "3"])
        #expect(reading.said.prefix(2) == ["field-shape 2:7", "too-deep 2:38"])
        #expect(reading.said.last?.hasPrefix("truncated") == true)
        #expect(reading.rejects == ["<x><id><b><c/></b></id></x>", "<x><id>4"])
    }

    @Test func `thousands of records below a path come in order, whatever the width`() async {
        let items = (0..<20_000).map { "<item><id>\($0)</id><t>\(String(repeating: "ä", count: 40))</t></item>" }
        let text = "<rss><channel><n/>" + items.joined(separator: "\n") + "</channel></rss>"
        let one = await Reading.xml(text, elements: ["item"], below: ["channel"])
        #expect(one.values == (0..<20_000).map(String.init))
        #expect(await Reading.xml(text, elements: ["item"], below: ["channel"], width: 2) == one)
    }
}
