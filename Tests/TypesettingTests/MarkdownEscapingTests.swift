import Testing

@testable import Typesetting

@Suite("Escaping for Markdown")
struct MarkdownEscapingTests {
    /// Frames that a template puts around data, each with the elements that may come of it.
    static let frames: [(before: String, after: String, elements: Set<String>)] = [
        ("", "\n", ["p", "/p", "code", "/code"]),
        ("Title: ", " end\n", ["p", "/p", "code", "/code"]),
        ("# ", "\n", ["h1", "/h1", "code", "/code"]),
        ("## T ", " \u{B7} x\n", ["h2", "/h2", "code", "/code"]),
        ("- ", "\n", ["ul", "/ul", "li", "/li", "code", "/code"]),
        ("1. ", "\n", ["ol", "/ol", "li", "/li", "code", "/code"]),
        ("> ", "\n", ["blockquote", "/blockquote", "p", "/p", "code", "/code"]),
        ("Words before\n", "\n", ["p", "/p", "code", "/code"]),
        ("", "\nWords behind\n", ["p", "/p", "code", "/code"]),
        ("", "\n", ["p", "/p", "code", "/code"]),
        ("a (", ")\n", ["p", "/p", "code", "/code"]),
        ("- **A:** ", "\n  - deeper\n", ["ul", "/ul", "li", "/li", "strong", "/strong", "code", "/code"]),
    ]

    @Test(
        "hostile text stays the very same words in running text, headings, items and quotes", arguments: HostileText.all
    )
    func staysText(_ text: String) {
        let wanted = HostileText.shown(VisibleText.line(text))
        for frame in Self.frames {
            let page = VisibleHTML(
                MarkdownToHTML(marks: []).html(from: frame.before + markdownEscaped(text) + frame.after))
            for tag in page.tags {
                let name = tag.hasPrefix("h2 id=") ? "h2" : tag
                #expect(frame.elements.contains(name), "<\(tag)> from \(markdownEscaped(text))")
            }
            #expect(page.shows(wanted), "\(page.text) from \(markdownEscaped(text))")
        }
    }

    @Test("hostile text stays in its table cell", arguments: HostileText.all)
    func staysInCell(_ text: String) {
        for (left, right) in [("| ", " | "), ("|", "|")] {
            let cell = markdownEscaped(text)
            let html = MarkdownToHTML(marks: []).html(
                from: "| a | b | c |\n|---|---|---|\n\(left)\(cell)\(right)\(cell)\(right)end |\n")
            let page = VisibleHTML(html)
            #expect(page.tags.count { $0 == "td" } == 3)
            #expect(page.tags.count { $0.hasPrefix("th") && $0 != "thead" } == 3)
            #expect(page.tags.allSatisfy { !$0.hasPrefix("a ") && !$0.hasPrefix("img") })
            let cells = html.components(of: "<td>").dropFirst().map { VisibleHTML($0.components(of: "</td>")[0]).text }
            let wanted = HostileText.shown(VisibleText.line(text))
            #expect(cells == [wanted, wanted, "end"])
        }
    }

    @Test("any mixture of marks and words stays the very same words", arguments: 1...8)
    func mixtures(_ start: UInt64) {
        var dice = Dice(state: start)
        for _ in 0..<100 {
            let text = (0...dice.next(9)).map { _ in Self.pieces[dice.next(Self.pieces.count)] }.joined()
            let wanted = HostileText.shown(VisibleText.line(text))
            guard !wanted.isEmpty else { continue }
            for frame in Self.frames {
                let markdown = frame.before + markdownEscaped(text) + frame.after
                let page = VisibleHTML(MarkdownToHTML(marks: []).html(from: markdown))
                let tags = page.tags.map { $0.hasPrefix("h2 id=") ? "h2" : $0 }
                #expect(frame.elements.isSuperset(of: tags) && page.shows(wanted), "\(markdown)")
            }
        }
    }

    private static let pieces = [
        "`", "``", "*", "**", "_", "[", "]", "(", ")", "<", ">", "&", "amp;", "#", "\\", "|", "~", "$", "{", "}", "%",
        "@", "a", "b1",
        "x.y", "http://", "www.", ":", "::", "-", "--", "+", "=", "1.", "2)", " ", "  ", "\n", "!", "?", "/", "'", "\"",
        ";", "\u{E4}",
        "\u{4E2D}", "\u{202E}", "\u{301}", "\t", ".", ",", "^", "<b", "<!--", "-->", "ftp://", "&#", "&lt", "mailto:",
    ]

    /// Numbers without pattern, the same on every run (Knuth's MMIX generator).
    private struct Dice {
        var state: UInt64

        mutating func next(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    @Test("two pieces of hostile text side by side stay words", arguments: HostileText.all)
    func staysTextBesideItself(_ text: String) {
        for other in ["x", "1. y", "[z](http://a.example)", "**b**"] {
            for page in [
                markdownEscaped(text) + " " + markdownEscaped(other),
                markdownEscaped(other) + " " + markdownEscaped(text),
            ] {
                let tags = Set(VisibleHTML(MarkdownToHTML().html(from: page)).tags)
                #expect(tags.isSubset(of: ["p", "/p", "code", "/code"]), "\(page)")
            }
        }
    }

    @Test(
        "text that could do nothing stays as it is",
        arguments: [
            "API Rate Limiting Affecting Batch Operations", "p90 4.5 h (done), ok - next", "snake_case_name",
            "AT&T, R&D team",
            "-5 degrees", "1.5 hours", "Fix deployed: monitoring", "100 % -> 95 %", "/api/v1/orders", "at 10:15:30",
            "2024-02-15T14:23:00Z", "it's \"fine\"", "a > b", "INC-2024-0215-001",
        ])
    func readable(_ text: String) {
        #expect(markdownEscaped(text) == text)
    }

    @Test(
        "escapes are as few as the danger asks for",
        arguments: [
            ("**x**", "\\*\\*x\\*\\*"), ("a | b", "a \\| b"), ("<b>", "&lt;b>"), ("1. x", "1\\. x"), ("- x", "\\- x"),
            ("{{x}}", "\\{\\{x}}"), ("{% x", "\\{\\% x"), ("ops@customer.example", "`ops@customer.example`"),
            ("@alice: hi", "`@alice:` hi"), ("see http://a.example/x.", "see `http://a.example/x`."),
            ("&lt;", "&amp;lt;"), ("x \\", "x &#92;"), ("C:\\temp", "C:\\\\temp"), ("x\u{202E}y", "x\\\\u\\{202e}y"),
            ("a\r\nb\tc", "a b c"), ("trailing #", "trailing \\#"), ("$5", "\\$5"), ("", ""), ("  ", ""),
        ])
    func escapes(_ text: String, _ wanted: String) {
        #expect(markdownEscaped(text) == wanted)
    }

    @Test(
        "code spans hold any line",
        arguments: ["a`b", "``", "`", "a|b", "x", " pad ", "<b>", "a\nb", "\\", "@alice", "a\\|b", "```js", "*x*"])
    func codeSpans(_ text: String) {
        let wanted = HostileText.shown(VisibleText.line(text))
        let html = MarkdownToHTML().html(from: "| a |\n|---|\n| \(markdownCode(text)) |\n\nA \(markdownCode(text)) b\n")
        #expect(VisibleHTML(html).text == "a \(wanted) A \(wanted) b")
        #expect(!html.contains("<em>") && !html.contains("<b>"))
    }

    @Test("a long text of anything is escaped in one pass")
    func linear() {
        for piece in ["_", "&", "`", "@a", ":a", "http://", "\\", "\u{202E}", "w", "a:"] {
            let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
            #expect(markdownEscaped(text).utf8.count >= text.utf8.count)
        }
    }
}
