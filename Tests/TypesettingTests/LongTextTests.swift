import Testing

@testable import Typesetting

/// A file that is made part by part has the bytes of the one that is made at once.
@Suite struct LongTextTests {
    private func whole(_ text: LongText) -> String {
        String(decoding: text.parts.flatMap { $0() }, as: UTF8.self)
    }

    @Test(arguments: [0, 1, 2, 127, 128, 129, 1_000])
    func `JSON with a long list`(count: Int) {
        let element: @Sendable (Int) -> JSONDocument = {
            ["number": .integer($0), "odd": .bool($0 % 2 == 1), "none": []]
        }
        let short: [String: JSONDocument] = ["a": "\u{E9}\n", "z": ["b": 1], "empty": [:]]
        var members = short.mapValues(LongJSON.Member.document)
        members["list"] = .list(count: count, element: element)
        members["Zlist"] = .list(count: count / 2, element: element)
        let document = JSONDocument.object(
            short.merging([
                "list": .array((0..<count).map(element)), "Zlist": .array((0..<count / 2).map(element)),
            ]) { first, _ in first })
        #expect(whole(LongJSON(members).text) == document.text)
    }

    @Test func `JSON without members`() {
        #expect(whole(LongJSON([:]).text) == JSONDocument.object([:]).text)
    }

    @Test(arguments: [0, 1, 128, 300])
    func `a table of many rows`(count: Int) {
        let columns = [CSVTable.Column("number", isNumeric: true), CSVTable.Column("=words")]
        var table = CSVTable(columns)
        for number in 0..<count { table.append(["-\(number)", "+row; \"\(number)\""]) }
        let long = CSVTable(columns).long(over: count) { range, table in
            for number in range { table.append(["-\(number)", "+row; \"\(number)\""]) }
        }
        #expect(whole(long) == table.text)
    }

    @Test func `a sum over parts is that of the whole`() {
        let bytes = Array("evidence".utf8)
        var sum = SHA256Sum()
        for byte in bytes { sum.add([byte]) }
        #expect(sum.hex == SHA256Digest(of: bytes).hex)
    }
}
