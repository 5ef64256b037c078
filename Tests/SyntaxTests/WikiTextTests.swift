import Syntax
import Testing

@Suite struct WikiTextTests {
    @Test(arguments: [
        ("", ""), ("Plain words.\n  Second  line.", "Plain words.\n  Second  line."),
        ("Log:\n{code:java}\n*int* a = b[0];\n\n  h1. x\n{code}\nafter", "Log:\n*int* a = b[0];\n\n  h1. x\nafter"),
        ("run {code}ls -l{code} now", "run\nls -l\n now"), ("{code}a{code}{code}b{code}", "a\nb"),
        ("{noformat}\n{code}*x*{code}\n{noformat}", "{code}*x*{code}"),
        ("{code:title=Job.java|borderStyle=solid}\nx\n{code}", "Job.java\nx"),
        ("{quote}\nIt is _down_.\n{quote}\nWhy?", "It is down.\nWhy?"),
        ("he said {quote}no{quote} twice", "he said\nno\n twice"),
        ("{panel:title=Impact|bgColor=#fff}\nAll reads.\n{panel}\n", "Impact\nAll reads.\n"),
        ("{panel}a{panel}", "a\n"), ("{color:red}*down*{color} since {color:#ff0000}9:00{color}", "down since 9:00"),
        ("* {color:red}a{color}\n|{color:red}b{color}|c|", "- a\nb | c"),
        ("h1. Cause\nh6.  Small\nbq. quoted *words*", "Cause\nSmall\nquoted words"),
        ("* a\n** b\n# c\n#* d\n- e", "- a\n- b\n- c\n- d\n- e"),
        ("||Region||Errors||\n|eu|12|\n|us-*east*| |x| \n", "Region | Errors\neu | 12\nus-east |  | x\n"),
        ("|[a|https://example.com/1]|b|", "a (https://example.com/1) | b"),
        ("a \\\\ b\\\\\nc", "a\nb\n\nc"), ("{{kubectl get *}} failed", "kubectl get * failed"),
        ("a\r\n* b\r\n", "a\n- b\n"),
    ])
    func `markup goes, words and lines stay`(wiki: String, text: String) {
        #expect(WikiText.plain(wiki) == text)
    }

    @Test(arguments: [
        ("*bold* and _italic_ and -old- words", "bold and italic and old words"),
        ("(*bold*), _italic_.", "(bold), italic."),
        ("*_both_*", "both"), ("*two words* *more*", "two words more"), ("_snake_case_", "snake_case"),
        ("2 *3 and *bold*", "2 *3 and bold"), ("*café* _ünïcode_", "café ünïcode"), ("*100%* -off-", "100% off"),
        ("*[runbook|https://example.com/_b_]*", "runbook (https://example.com/_b_)"),
    ])
    func `marks of emphasis go in pairs at the ends of words`(wiki: String, text: String) {
        #expect(WikiText.plain(wiki) == text)
    }

    @Test(arguments: [
        ("see [the runbook|https://example.com/r].", "see the runbook (https://example.com/r)."),
        ("[https://example.com/r]", "https://example.com/r"), ("[mailto:jo@example.com]", "jo@example.com"),
        ("[Jo|mailto:jo@example.com]", "Jo (mailto:jo@example.com)"),
        ("[jo@example.com|mailto:jo@example.com]", "jo@example.com"),
        ("[https://example.com/r|https://example.com/r|smart-link]", "https://example.com/r"),
        ("[*bold* link|https://example.com/*r*]", "bold link (https://example.com/*r*)"),
        ("[|https://example.com/r]", "https://example.com/r"),
        ("[~jdoe] and [~accountid:5b10:a-1]", "jdoe and 5b10:a-1"),
        (
            "!error rate.PNG|thumbnail! see !https://example.com/a.jpg!",
            "[error rate.PNG] see [https://example.com/a.jpg]"
        ),
    ])
    func `links say where they lead, images what they are called`(wiki: String, text: String) {
        #expect(WikiText.plain(wiki) == text)
    }

    @Test(arguments: [
        "{code}\n*x", "{code:java}x", "{noformat}", "{quote}a", "{color:red}a", "a{color}", "{panel:title=x}a",
        "{expand}",
        "{color:red\n}a{color:}", "{codec}x{codec}", "${color} of {{x", "{{}}", "{}", "h1.x", "h7. x", "h1 x", "*",
        "* ", "**bold",
        "2*3*4", "a * b * c", "*.log and *.txt", "/tmp/*/x/*", "**kwargs**", "__init__", "snake_case_name", "_ _",
        "10-20 -30 - 40", "-1 to -2-", "git log --all -p -- x", "-v and -x", "-a", "well-known", "[INFO] ready [0]",
        "[ab|cd]", "[x|javascript:alert(1)]", "[x|https://a b]", "[a [b|https://example.com", "[~]", "[~a b]", "[^abc]",
        "[]",
        "wow! really!", "!important!", "a!b.png!", "!", "|a", "a|b|c", "||", "| |", "|x|y", "\\\\server\\share",
        "C:\\dir\\\\x",
        "a.b", "see http://example.com/_a_/*b*?c=-d-", "...",
    ])
    func `what is not surely markup stays`(text: String) {
        let expected = text == "* " ? "- " : text
        #expect(WikiText.plain(text) == expected)
    }

    @Test(arguments: [("\\{code} \\[x|https://example.com]", "{code} [x|https://example.com]"), ("\\*x\\*", "\\*x\\*")])
    func `a backslash takes the meaning away`(wiki: String, text: String) {
        #expect(WikiText.plain(wiki) == text)
    }

    static let pieces = [
        "{code}", "{code:x}", "{code", "{code:", "{quote}", "{color:a}", "{color}", "{panel:title=a}",
        "{noformat}x{code}", "{",
        "{{", "{{a}}", "[", "[a|", "[a|https://e.com]", "[~a]", "*", "*a ", " *a", "*a*", "_", "_a_ ", " -a", "-", "!",
        "!a.png",
        "!a.png! ", "|", "|a", "||", "\\", "\\\\ ", "* ", "*\n", "h1. ", "h1. a\n", "|a|\n", "* a\n", " ", "#",
    ]

    @Test(arguments: pieces)
    func `what repeats without end takes no long time`(piece: String) {
        let wiki = "x " + String(repeating: piece, count: 1 << 16 / piece.utf8.count)
        let took = ContinuousClock().measure {
            #expect(WikiText.plain(wiki).utf8.count <= 2 * wiki.utf8.count)
        }
        #expect(took < .seconds(10))
    }

    @Test func `a mebibyte of markup comes through whole`() {
        let line = "* some *bold* words of [prose|https://example.com]\n"
        let count = 1 << 20 / line.utf8.count
        let plain = WikiText.plain(String(repeating: line, count: count))
        #expect(plain.utf8.count == count * "- some bold words of prose (https://example.com)\n".utf8.count)
    }
}
