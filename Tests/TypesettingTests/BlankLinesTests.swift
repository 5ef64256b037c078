import Testing

@testable import Typesetting

/// One blank line between paragraphs, and those of code blocks as they are.
@Suite struct BlankLinesTests {
    @Test(arguments: [
        ("", "\n"), ("\n\n", "\n"), ("  \n\t\na", "a\n"), ("a", "a\n"), ("a\n", "a\n"), ("a\n\n\n", "a\n"),
        ("a\n \n\t\n\nb\nc", "a\n\nb\nc\n"), ("```\n\n\n \nx\n```\n\n\nb", "```\n\n\n \nx\n```\n\nb\n"),
        ("  ~~~\n\n\n", "  ~~~\n"), ("a\r\n\r\nb", "a\r\n\r\nb\n"), ("\u{E9}\n\n\n\u{1F600}", "\u{E9}\n\n\u{1F600}\n"),
        ("a\n```\n \n", "a\n```\n \n"),
    ])
    func `lines`(text: String, expected: String) { #expect(BlankLines.drawnTogether(text) == expected) }
}
