import Syntax
import Testing

@Suite struct HTMLTextTests {
    @Test(arguments: [
        ("", ""), ("plain  text\n", "plain  text\n"), ("a &amp; b", "a & b"), ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<div>one</div><div>two</div>", "one\ntwo"), ("<div>one</div>\n<div>two</div>\n", "one\ntwo"),
        ("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"), ("one<br><br><br>two", "one\n\ntwo"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<p>one<br></p><p>&nbsp;</p><p>two", "one\n\ntwo"),
        ("<h2>Impact</h2>All <b>reads</b>\n  and <i>writes</i>.", "Impact\n\nAll reads and writes."),
        ("  a \t b<b> c</b> &nbsp; d\u{A0}e ", "a b c d e"), ("un<b>broken</b>", "unbroken"),
        ("<ul><li>one<li><p>two</p></li><li></li></ul>after", "- one\n- two\n\nafter"),
        ("a<ol>\n<li>b\n<ul><li>c</li></ul></li>\n<li>d</li>\n</ol>e", "a\n\n- b\n- c\n- d\n\ne"),
        (
            "<table><tr><th>Region</th><th>Errors</th></tr><tr><td><p>eu</p></td><td>12</td></tr></table>",
            "Region | Errors\neu | 12"
        ),
        (
            "<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></ul></ul><p>d</p><table><tr><td>e</table>",
            "- a\n- b\n- c\n\nd\n\ne"
        ),
        ("<table><tr><td>a<td><td>c<tr><td><td>b<tr><td><br></td></tr></table>d", "a |  | c\n| b\n\nd"),
        ("x<pre>\nif a:\n    b()\n\n\n\nc  d </pre>y  z", "x\n\nif a:\n    b()\n\nc  d\n\ny z"),
        ("<pre><code>a\r\n\tb</code></pre>", "a\n\tb"),
        ("a<script>if (a < b) { '</p>' }</script>b<style>p { }</STYLE>c<!-- <p> -->d", "abcd"),
        ("<head><title>Mail</title></head><body>x</body>", "x"), ("<!DOCTYPE html><?x y?><![CDATA[z]]>a", "a"),
        ("<o:p>&nbsp;</o:p>a<o:p></o:p>", "a"), ("<svg><path d='M0'/><text>t</text></svg>a", "a"),
        ("<!-->a<!--->b<!-- c --", "ab"), ("a<script>b", "a"), ("</p>a</li></ul></table></div></pre>", "a"),
        ("<img src='x' alt='Error\nrate &amp; more'> up<img src=y alt=''><img>", "[Error rate & more] up"),
        ("a\u{0}b<b>\u{0}c</b>", "abc"),
    ])
    func `words, lines and lists stay, the rest goes`(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test(arguments: [
        (
            "see <a href=\"https://example.com/a?b=1&amp;c=2\">the <b>runbook</b></a>.",
            "see the runbook (https://example.com/a?b=1&c=2)."
        ),
        ("<a href=https://example.com>https://example.com</a>", "https://example.com"),
        ("<a href='https://example.com/'> https://example.com </a>", "https://example.com"),
        ("<a href=\"mailto:jo@example.com\">jo@example.com</a>", "jo@example.com"),
        ("<A class=x HREF=' MAILTO:jo@example.com '>Jo</A>", "Jo (MAILTO:jo@example.com)"),
        ("<a href=\"javascript:alert(1)\">x</a><a href=\"/local\">y</a><a name=z>z</a><a href=''>w</a>", "xyzw"),
        ("<a href=\"java\nscript:x\">x</a> <a href=\"https://a b\">y</a> <a href='https://'>z</a>", "x y z"),
        ("<a href=\"https://example.com/1\"><img src=x></a> b", "https://example.com/1 b"),
        (
            "<a href=\"https://example.com/1\">one<a href=\"https://example.com/2\">two",
            "one (https://example.com/1)two (https://example.com/2)"
        ),
        ("<p><a href=\"https://example.com/1\">one</a></p>two", "one (https://example.com/1)\n\ntwo"),
        (
            "<a data-href='https://example.com/0' href='https://example.com/1' href='https://example.com/2'>x</a>",
            "x (https://example.com/1)"
        ),
        ("<a href=\"https://example.com>x</a> y", "x (https://example.com) y"),
        ("<p title=\"a > b\">x</p><p it's>y</p>", "x\n\ny"),
    ])
    func `links say where they lead`(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test(arguments: [
        ("&lt;b&gt;", "<b>"), ("&#8212;&#x2014;&#X2014;&mdash;", "————"), ("&nbsp;a&#160;b&#32;&#10; c", "a b c"),
        ("&quot;&apos;&euro;&Eacute;&thetasym;", "\"'€Éϑ"), ("&#128;&#153;&#146;", "€™’"),
        ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("AT&T R&D; &bogus; & && &; &#; &#x; &#12 &copy 2020", "AT&T R&D; &bogus; & && &; &#; &#x; &#12 &copy 2020"),
        ("a &lt b &amp c?x=1&lt=2&amphora", "a < b & c?x=1&lt=2&amphora"), ("&amp;lt;", "&lt;"), ("&#x1F525;", "🔥"),
        ("&", "&"), ("&#", "&#"), ("&a", "&a"),
    ])
    func `character references are characters, and other ampersands themselves`(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test(arguments: [
        "a < b and c > d", "if x<y then", "<jo@example.com>", "<https://example.com/x>", "Map<String, Int>",
        "restart <service-name> on <host>", "<", "</", "a </ b", "<3", "<b", "</b", "<b class='x'", "<b class=\"a>\"",
        "<bx>", "<!", "<!x", "<?",
    ])
    func `what is no tag of HTML stays`(text: String) {
        #expect(HTMLText.plain(text) == text)
    }

    @Test(
        arguments: [
            ("<p>x</p>", true), ("x<br>y", true), ("<BR/>", true), ("</div>", true), ("<a href='x'>y", true),
            ("<span  style = 'x'>", true), ("a &amp; b", true), ("&#39;", true), ("x &gt y", true),
            ("<!-- x -->", true),
            ("a < b and c > d", false), ("", false), ("x <b and c> y", false), ("<jo@example.com>", false),
            ("set <title> and <source>", false), ("List<String>", false), ("AT&T; R&D;", false), ("<p", false),
            ("<", false), ("</", false), ("&", false), ("a && b; c", false), ("<b", false), ("<b x", false),
        ] as [(String, Bool)])
    func `HTML is told from text that only has its signs`(text: String, isHTML: Bool) {
        #expect(HTMLText.looksLikeHTML(text) == isHTML)
    }

    static let pieces = [
        "<div>", "</div>", "<b>", "</b>", "<ul><li>", "<table><tr><td>", "<td>", "<pre>", "<a href=\"https://e.com\">",
        "<a href=\"", "<a href='", "<a b", "<", "&", "&a", "&amp", "&#", "&lt;", "<!--", "<!-- ", "<!", "-->",
        "<script>",
        "</script", "<script></script>", "<p x=\">", "<p 'x>", "\u{0}", " ", "\n", "<br>", "<o:p", "<img alt=\"x", "</",
    ]

    @Test(arguments: pieces)
    func `what repeats without end takes no long time`(piece: String) {
        let html = "<p>" + String(repeating: piece, count: 1 << 16 / piece.utf8.count) + "\">"
        let clock = ContinuousClock()
        let took = clock.measure {
            #expect(HTMLText.plain(html).utf8.count <= 2 * html.utf8.count)
            _ = HTMLText.looksLikeHTML(html)
        }
        #expect(took < .seconds(10))
    }

    @Test func `a mebibyte of text comes through whole`() {
        let words = "words &amp; <b>more</b> words\n"
        let count = 1 << 20 / words.utf8.count
        let plain = HTMLText.plain(String(repeating: words, count: count))
        #expect(plain.utf8.count == count * "words & more words ".utf8.count - 1)
    }
}
