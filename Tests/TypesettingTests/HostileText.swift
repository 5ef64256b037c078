/// Words that want to be more than words, gathered from Markdown renderers, spreadsheets and mail programs.
enum HostileText {
    static let all: [String] =
        markup + links + lineStarts + tables + templates + addresses + invisible + plain

    static let markup = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></tr></table>", "<!-- hidden -->", "<!--",
        "-->", "<![CDATA[x]]>", "<?php echo 1 ?>", "<!DOCTYPE html>", "<details><summary>x", "&lt;b&gt;", "&amp;amp;",
        "&#60;script&#62;", "&copy", "&copy;", "AT&T & R&D", "a < b > c", "**bold**", "__bold__", "*em*", "_em_",
        "snake_case_name", "__init__.py", "2*3*4", "~~gone~~", "~5 min", "~a~", "`code`", "``", "```", "a`b", "`",
        "``x`",
        "==mark==", "x^2^ H~2~O", "\\", "\\\\", "C:\\temp\\new", "ends with \\", "\\*not em\\*", "\\`", "a\\|b",
        "\\<b>",
        "$x^2$", "$$\\sum$$", "costs $5 and $6", "\\(x\\)", "\\[y\\]", "![]", "!", "***", "* * *", "_ _ _", "a*", "*a",
        "_a",
        "a_",
    ]
    static let links = [
        "[x](javascript:alert(1))", "![x](http://evil.example/p.png)", "[x]: http://evil.example", "[^1]", "[^1]: note",
        "[x][y]", "[]", "[ ] task", "[x] done", "<http://evil.example>", "<a@b.example>",
        "http://evil.example/a?b=c&d=e",
        "https://evil.example.", "(see https://evil.example/x_(y))", "www.evil.example", "WWW.EVIL.EXAMPLE",
        "ftp://evil.example", "mailto:a@b.example", "xmpp:a@b.example/x", "HTTP://EVIL.EXAMPLE/`x`",
        "javascript:alert(1)",
        "//evil.example", "http://evil.example/|x|", "http://a/**b**", "see www.evil.example, please", "http:", "://x",
        "[[wiki]]", "[text](<a b>)", "http://evil.example/<script>", "x@y.example|www.evil.example",
    ]
    static let lineStarts = [
        "# heading", "###### h", "#", "trailing #", "trailing ##", "#hash", "> quote", ">", "- item", "-", "+ item",
        "+",
        "* item", "1. one", "1) one", "1.", "999999999. big", "2024. A year", "1.5 hours", ".5", ") x", ". x", "---",
        "- - -",
        "===", "=", "--", "~~~", "+++", ":--", ":-:", ": def", "::: warning", "!!! note", "??? x", "% title", ".. x",
        "    indented", "\tindented", "-5 degrees", "+1 vote", "--flag", "---\ntitle: x\n---", "<b>", "    ", "/api/v1",
        "1\\. x", "12345678901. x", "- [ ] task",
    ]
    static let tables = [
        "a | b", "|", "||", "| a | b |", "|---|", "---|---", ":--|--:", "a\\", "`a|b`", "a\n|b|", "a \\| b", "\\\\|",
        "x|`y",
    ]
    static let templates = [
        "{{hole}}", "{{{raw}}}", "{% if %}", "{# c #}", "${x}", "#{x}", "<%= x %>", "{{< ref >}}", "{", "}}", "{%",
        "{#",
        "{{#a}}{{/a}}", "{{> documents/x.md}}", "a{#b}", "{: .c}", "%{x}", "{{=<% %>=}}", "{{", "{ {", "{%%}",
    ]
    static let addresses = [
        "ops@customer.example", "mail ops@customer.example now", "@alice", "cc @alice and @org/team", "@", "5 @ 3",
        "a@",
        "a@b", "(@bob)", "x.@bob", "user+tag@sub.customer.example.", "@alice@bob", "m\u{FC}ller@customer.example",
        ":shipit:", ":tada: done", "at 10:15:30", "10:100:30", ":+1:", "2024-02-15T14:23:00Z", "a:b:c", "fe80::1:abcd",
        "#123", "GH-123", "\"Eve\" <eve@evil.example>", "a@b.example`", "`a@b.example", "@alice|@bob", "_@x_", "*@x*",
    ]
    static let invisible = [
        "evil\u{202E}txt.exe", "\u{2066}x\u{2069}", "a\u{200B}b", "\u{FEFF}x", "soft\u{AD}hyphen", "bell\u{7}",
        "esc\u{1B}[31m",
        "nul\u{0}x", "a\r\nb", "a\rb", "a\u{2028}b", "a\u{85}b", "a\u{B}b", "\u{E0041}tag", "  padded  ", "two  spaces",
        "line\n\n\nlines", "\u{200F}rtl", "\u{61C}x",
    ]
    static let plain = [
        "API Rate Limiting Affecting Batch Operations", "Gro\u{DF}e St\u{F6}rung \u{2013} 15 % der Kunden",
        "\u{969C}\u{5BB3}",
        "\u{1F468}\u{200D}\u{1F4BB} on call", "\u{646}\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}", "0",
        "-",
        "Fix deployed, monitoring for recovery (done).", "p90 < 4 h; 95 % met", "INC-2024-0215-001",
    ]

    /// What a reader is to see of it: the line, with single spaces, as browsers show it.
    static func shown(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }
}
