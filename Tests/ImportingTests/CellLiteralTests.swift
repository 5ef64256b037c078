import Testing

@testable import Importing

@Suite struct CellLiteralTests {
    @Test func `JSON and what Python prints read alike`() {
        let wanted = CellLiteral.object([
            .init(name: "summary", value: .text("Mailer's \"queue\"")), .init(name: "at", value: .word("None")),
        ])
        #expect(CellLiteral(#"{"summary": "Mailer's \"queue\"", "at": None}"#) == wanted)
        #expect(CellLiteral(#"{'summary': 'Mailer\'s "queue"', 'at': None}"#) == wanted)
    }

    @Test(arguments: [
        "", "{", "[1", "{'a'}", "{'a': }", "{'a': 1} x", "plain", "'text'", "[1 2]", "{'a': 'b", "[,]", "{'a': 1,}",
        "(1, 2)", "{1: 2}",
    ])
    func `what is no whole object or list is nothing`(text: String) { #expect(CellLiteral(text) == nil) }

    @Test func `depth has an end`() {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(CellLiteral(nested(16)) != nil)
        #expect(CellLiteral(nested(17)) == nil)
        #expect(CellLiteral(nested(100_000)) == nil)
    }
}
