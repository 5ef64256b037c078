import Diagnostics
import Syntax
import Testing

@Suite struct CSVFaultTests {
    @Test func `a quote that is never closed costs no row before it`() async {
        let reading = await Reading.csv("id,x\n1,a\n2,\"b\n3,c\n4,d")
        #expect(reading.values == ["1"])
        #expect(reading.said == ["truncated 3:3"])
        #expect(reading.rejects == ["2,\"b\n3,c\n4,d"])
        #expect(reading.seen == 2)
        #expect(await Reading.csv("id,x\n1,a\"\n2,\"").values == ["1"])
    }

    @Test(arguments: [
        ("2,\"a\"b,c", "csv-syntax 3:6"), ("2,\"a\"\"\"b,c", "csv-syntax 3:8"), ("2,a\u{0}b,c", "encoding 3:4"),
        ("2,\"a\n\u{0}b\",c", "encoding 4:1"),
    ])
    func `a bad row is rejected verbatim at its place, and its neighbours are read`(_ row: String, _ said: String)
        async
    {
        for lineBreak in ["\n", "\r\n"] {
            let text = ["id,x,y", "1,a,b", row, "3,a,b", ""].joined(separator: lineBreak)
            for width in 1...2 {
                let reading = await Reading.csv(text, width: width)
                #expect(reading.values == ["1", "3"])
                #expect(reading.said == [said])
                #expect(reading.rejects == [row])
                #expect(reading.seen == 3)
            }
        }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        ] as [[UInt8]])
    func `rejects bytes that are not UTF-8, at their place`(_ bytes: [UInt8]) async {
        for quote in ["", "\""] {
            let begin: [UInt8] = Array("id,x\n1,é\n2,\(quote)12345678ab".utf8)
            let text: [UInt8] = begin + bytes + Array("\(quote)\n3,a\n".utf8)
            let reading = await Reading.csv(text)
            #expect(reading.values == ["1", "3"])
            #expect(reading.said == ["encoding 3:\(13 + quote.utf8.count)"])
        }
    }

    @Test func `rejects a value or a row beyond its limit, and goes on`() async {
        var limits = ReadingLimits()
        (limits.value, limits.record, limits.values) = (10, 40, 6)
        let wide = "4,1234567890,1234567890,1234567890,1234567890"
        let rows = ["id,x", "1,a", "2,\"12345678901\"", "3,a", wide, "5,,,,,,x", "6,b"]
        let reading = await Reading.csv(rows.joined(separator: "\n"), limits: limits)
        #expect(reading.values == ["1", "3", "6"])
        #expect(reading.said == ["value-too-large 3:3", "record-too-large 5:1", "record-too-large 6:1"])
        #expect(reading.rejects == [rows[2], wide, rows[5]])
    }

    @Test func `stops after too many rejects and keeps the rest verbatim`() async {
        var limits = ReadingLimits()
        limits.rejects = 3
        let text = "id,x\n" + String(repeating: "1,\"a\"b\n", count: 5) + "2,c\n"
        let reading = await Reading.csv(text, limits: limits)
        #expect(reading.values.isEmpty)
        #expect(reading.said == ["csv-syntax 2:6", "csv-syntax 3:6", "csv-syntax 4:6", "too-many-rejects 5:1"])
        #expect(reading.rejects.last == "1,\"a\"b\n1,\"a\"b\n2,c\n")
    }

    @Test func `a row that its reader rejects is kept as it stands in the file`() async {
        let text = "id;x\r\n1;\"a \"\"b\"\"\n\"\r\n2;c\r\n"
        let stream = RecordStream(InputText(text), source: SourceID(0), path: .csv)
        let code = DiagnosticCode("test-code", .error, "…", "…")
        let result = await stream.map(width: 2) { row -> String? in
            let id = row.text("id")
            if id?.value == "1" { row.reject(because: Diagnostic(code, "no", at: id?.origin)) }
            return id?.value
        }
        #expect(result.values == ["2"])
        #expect(result.rejects.map(\.verbatim) == ["1;\"a \"\"b\"\"\n\""])
        #expect(result.rejects.map(\.bytes) == [Array("1;\"a \"\"b\"\"\n\"".utf8)])
    }

    @Test func `lines that end in carriage returns alone are counted and shown`() async {
        let input = InputText("id,x\r1,\"a\rb\"\r2,\"a\"b\r3,c\r")
        let result = await RecordStream(input, source: SourceID(0), path: .csv).map(width: 1) { $0.text("id") }
        #expect(result.values.map { $0?.origin.line } == [2, 5])
        #expect(result.diagnostics.first?.origin.map { [$0.line, $0.column] } == [4, 6])
        #expect(input.line(4) == "2,\"a\"b")
        #expect(input.line(6) == nil)
    }

    @Test func `a lone carriage return ends a row, but no line where there are line feeds`() async {
        let reading = await Reading.csv("id,x\n1,a\r2,\"a\"b\n3,c\n")
        #expect(reading.values == ["1", "3"])
        #expect(reading.said == ["csv-syntax 2:10"])
    }

    @Test func `a hostile row stays quick`() async {
        let quotes = String(repeating: "\"a\",", count: 200_000)
        let reading = await Reading.csv("id,x\n" + quotes + "\n1,b\n" + String(repeating: "\"\"x", count: 100_000))
        #expect(reading.values == ["a", "1"])
        #expect(reading.said == ["extra-cells 2:9", "csv-syntax 4:3"])
        let header = String(repeating: "c,", count: 100_000) + "id\n"
        let wide = await Reading.csv(header + String(repeating: "1\n", count: 1_000))
        #expect(wide.seen == 1_000)
        #expect(wide.said == ["short-rows 2:1"])
    }

    /// Rows that have been cut, doubled and littered with quotes and breaks, long enough for several batches.
    @Test(arguments: 1...3) func `what is read of broken rows does not depend on the width`(_ seed: UInt64) async {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % count
        }
        var part = Array("1,\"x \"\"y\"\" z\",é\r\n\n2,\"a\nb\",\"\"\n3,5\" pipe\n4,a,b,c\n".utf8)
        let litter: [UInt8] = Array("\"\",;\n\r a".utf8) + [0xFF, 0]
        for _ in 0..<8 { part.insert(litter[next(litter.count)], at: next(part.count)) }
        let count = (5 << 18) / part.count
        let text = Array("id,x,y\n".utf8) + Array(repeating: part, count: count).joined()
        let one = await Reading.csv(text, width: 1)
        #expect(one.seen > 1_000 || !one.rejects.isEmpty)
        #expect(await Reading.csv(text, width: 2) == one)
    }
}
