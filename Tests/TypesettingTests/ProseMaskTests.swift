import Diagnostics
import Testing

@testable import Typesetting

/// Which words of a text are the author's own.
@Suite struct ProseMaskTests {
    private static func words(_ text: String, _ format: ProseBlock.Format, _ audience: Audience) -> String {
        let block = ProseBlock(
            Array(text.utf8), format, audience: audience, kind: .page, at: .field(.whole(SourceID(0))))
        #expect(block.prose.count == block.text.count)
        let visible = block.prose.map { $0 == ProseMask.blank ? UInt8(ascii: "_") : $0 }
        return String(decoding: visible, as: UTF8.self)
    }

    @Test(arguments: [
        ("# Heading", "# Heading"),
        ("a `b c` d", "a _____ d"), ("a ``b ` c`` d", "a _________ d"), ("a ` b", "a ` b"),
        ("a \\` b ` c", "a \\` b ` c"),
        ("a [b](http://c d) e", "a [b]____________ e"), ("a <b c> d", "a _____ d"), ("a < b > c", "a < b > c"),
        ("see https://x.example/should.", "see _________________________"), ("<!-- a --> b", "__________ b"),
        ("> a\nb", "___\nb"), ("```\na\n```\nb", "___\n_\n___\nb"), ("~~~ x\na\n```\n~~~\nb", "_____\n_\n___\n___\nb"),
        ("````\n```\na\n````\nb", "____\n___\n_\n____\nb"), ("```\nnever closed", "___\n____________"),
        ("a\n\n    b\n\nc", "a\n\n_____\n\nc"), ("a\n    b", "a\n    b"), ("- a\n\n    b\n", "- a\n\n    b\n"),
        ("1. a\n   - b\n\nc\n\n    d", "1. a\n   - b\n\nc\n\n_____"),
        ("---\nt: a\n---\nb", "___\n____\n___\nb"), ("---\nt: a", "---\nt: a"),
        ("---\r\nt\r\n---\r\nb", "____\n__\n____\nb"), ("| a | b |", "| a | b |"),
    ])
    func `code, addresses and quoted lines are no prose in Markdown`(text: String, expected: String) {
        #expect(Self.words(text, .markdown, .customers) == expected)
    }

    @Test(arguments: [
        ("> a\nb `c`", "___\nb `c`"), ("a\n\n    b", "a\n\n    b"), ("(https://x.example) b", "(_________________) b"),
    ])
    func `plain text has no code`(text: String, expected: String) {
        #expect(Self.words(text, .plain, .customers) == expected)
    }

    @Test func `what stands in quotation marks is somebody else's inside the house, and ours outside`() {
        let text = "he said “a b” and \"c\nd\", «e». \"f"
        #expect(Self.words(text, .plain, .customers) == text)
        #expect(Self.words(text, .plain, .internal) == "he said _________ and __\n__, _____. \"f")
        #expect(Self.words("“a\n\nb”", .plain, .internal) == "“a\n\nb”")
    }

    @Test(arguments: ["`", "``` ", "<a", "](", "“", "\"", "[x](", "http://", "> ", "- ", "`a``", "a:", "---\n"])
    func `hostile text takes no long time`(piece: String) {
        let text = String(repeating: piece, count: 40_000)
        let time = ContinuousClock().measure { _ = Self.words(text, .markdown, .internal) }
        #expect(time < .seconds(10), "\(time)")
    }
}
