import Testing

@testable import Importing

/// Bytes are replaced one for one.
struct ByteRedactionTests {
    private func covered(_ text: String, _ body: (inout ByteRedaction) -> Int) -> (text: String, count: Int) {
        var redaction = ByteRedaction(Array(text.utf8))
        let count = body(&redaction)
        #expect(redaction.bytes.count == text.utf8.count)
        return (String(decoding: redaction.bytes, as: UTF8.self), count)
    }

    @Test(arguments: [
        ("write to ada@example.com.", "write to xxxxxxxxxxxxxxx.", 1),
        (#"{"a": "x\nada@example.com"}"#, #"{"a": "x\nxxxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "\u00e9da@example.com"}"#, #"{"a": "xxxxxxxxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "ada\u0040example.com"}"#, #"{"a": "xxxxxxxxxxxxxxxxxxxx"}"#, 1),
        ("<a>ada&#64;example.com</a>", "<a>xxxxxxxxxxxxxxxxxxx</a>", 1),
        ("a@b, @here, user@localhost, x @ y.com", "a@b, @here, user@localhost, x @ y.com", 0),
        (#"{"a": "\u0061da@ex\u0061mple\u002ecom"}"#, #"{"a": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "ada&#64;example&period;com"}"#, #"{"a": "ada&#64;example&period;com"}"#, 0),
        (#"{"a": "ada\u0026#64;example.com"}"#, #"{"a": "xxxxxxxxxxxxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "{\"b\": \"ada\\u0040example.com\"}"}"#, #"{"a": "{\"b\": \"xxxxxxxxxxxxxxxxxxxxx\"}"}"#, 1),
        ("<a>ada@<!-- - -->exam<![CDATA[ple.com]]></a>", "<a>xxxx<!-- - -->xxxx<![CDATA[xxxxxxx]]></a>", 1),
        ("<a><!--ada@example.com--></a>", "<a><!--xxxxxxxxxxxxxxx--></a>", 1),
        ("<a href='mailto:ada&#x40;example.com'/>", "<a href='mailto:xxxxxxxxxxxxxxxxxxxx'/>", 1),
        ("<a>&amp;#65;da&amp;commat;example.com</a>", "<a>&amp;#65;da&amp;commat;example.com</a>", 0),
        ("<a>&amp;#65;da&amp;#64;example.com</a>", "<a>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</a>", 1),
        ("é@example.com", "xxxxxxxxxxxxxx", 1), ("@@@@", "@@@@", 0), ("", "", 0),
    ])
    func `addresses`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.coverAddresses() } == (expected, count))
    }

    @Test(arguments: [
        ("call +49 30 123456 now", "call +xx xx xxxxxx now", 1), ("(+1-202-555-0100)", "(+x-xxx-xxx-xxxx)", 1),
        ("2026-02-02T10:00:00+01:00", "2026-02-02T10:00:00+01:00", 0), ("10:00 +0100 2026", "10:00 +0100 2026", 0),
        ("+49\u{A0}30\u{A0}123456", "+xx\u{A0}xx\u{A0}xxxxxx", 1),
        ("<a>+49&nbsp;30&#8209;12345&#54;</a>", "<a>+xx&nbsp;xx&#8209;xxxxxxxxxx</a>", 1),
        (#"{"a": "\u002b4\u0039 30 123456"}"#, #"{"a": "\u002bxxxxxxx xx xxxxxx"}"#, 1),
        ("1e+10000000000", "1e+10000000000", 0), ("+1234567890123456", "+1234567890123456", 0), ("+", "+", 0),
    ])
    func `telephone numbers, and no stamps`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.coverPhones() } == (expected, count))
    }

    @Test(arguments: [
        ("Acme and ACME, acmes, pacme", "xxxx and xxxx, acmes, pacme", 2),
        (#"{"a": "one\nAcme"}"#, #"{"a": "one\nxxxx"}"#, 1), ("acm", "acm", 0), ("Acme Inc", "xxxxxxxx", 1),
    ])
    func `words as a whole`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.cover(words: ["acme", "acme inc"]) } == (expected, count))
    }

    /// What is left parses as before, so that nothing but the words is lost.
    @Test(arguments: [
        // Escapes and surrogate pairs of JSON.
        (#"{"a": "\u0041cme"}"#, #"{"a": "xxxxxxxxx"}"#, 1),
        (#"{"a": "\u0041\u0043\u004d\u0045"}"#, #"{"a": "xxxxxxxxxxxxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "Acme\u00c9, \u00c9Acme"}"#, #"{"a": "Acme\u00c9, \u00c9Acme"}"#, 0),
        (#"{"a": "\u201cAcme\u201d"}"#, #"{"a": "\u201cxxxx\u201d"}"#, 1),
        (#"{"a": "\ud83d\ude00 Corp"}"#, #"{"a": "xxxxxxxxxxxxxxxxx"}"#, 1),
        (#"{"a": "\ud83d Corp"}"#, #"{"a": "\ud83d Corp"}"#, 0),
        (#"{"a": "R\/D \"Lab\""}"#, #"{"a": "xxxxxxxxxx\""}"#, 1),
        (#"{"a": "R/D ", "Lab": 1}"#, #"{"a": "R/D ", "Lab": 1}"#, 0),
        // An escaped backslash begins no escape, unless the text is read as JSON once more.
        (#"{"a": "\\nAcme"}"#, #"{"a": "\\nxxxx"}"#, 1),
        (#"{"a": "{\"b\":\"\\u0041cme\"}"}"#, #"{"a": "{\"b\":\"xxxxxxxxxx\"}"}"#, 1),
        // Letters of an escape are no word, numbers stay numbers, and a literal stays what it is.
        (#"{"a": "\nothing", "nothing": 1}"#, #"{"a": "\nothing", "xxxxxxx": 1}"#, 1),
        (#"{"a": 404, "b": "404", "c": -404.5, "d": true}"#, #"{"a": 111, "b": "xxx", "c": -111.5, "d": true}"#, 3),
        // A string that never ends spoils only its line.
        (#"{"a": "404}"# + "\n" + #"{"a": 404}"#, #"{"a": "xxx}"# + "\n" + #"{"a": 111}"#, 2),
        // References of XML and HTML, CDATA, comments, tags.
        ("<a>&#65;cme</a>", "<a>xxxxxxxx</a>", 1), ("<a b='Ac&#x6d;e'/>", "<a b='xxxxxxxxx'/>", 1),
        ("<a>R&amp;D</a>", "<a>xxxxxxx</a>", 1), ("<a>a &amp; b, amp</a>", "<a>a &amp; b, xxx</a>", 1),
        ("<a>Ac<![CDATA[me]]></a>", "<a>xx<![CDATA[xx]]></a>", 1),
        ("<a>A<!-- Acme -->cme</a>", "<a>x<!-- xxxx -->xxx</a>", 2),
        ("<a>Ac<?pi me?>me</a>", "<a>xx<?pi me?>xx</a>", 1),
        ("<acme amp='1'>Acme</acme>", "<acme amp='1'>xxxx</acme>", 1),
        ("<?xml version='1.0' encoding='utf'?><a>utf</a>", "<?xml version='1.0' encoding='utf'?><a>xxx</a>", 1),
        ("<a><![CDATA[&#65;cme & <Acme>]]></a>", "<a><![CDATA[xxxxxxxx & <xxxx>]]></a>", 2),
        ("<a>1 < Acme</a>", "<a>1 < xxxx</a>", 1), ("<a>Acme <![CDATA[Acme", "<a>xxxx <![CDATA[xxxx", 2),
        ("<a b=\"Acme", "<a b=\"xxxx", 1), ("<!-- Acme", "<!-- xxxx", 1),
        ("<a>\u{65E5}Acme\u{793E}</a>", "<a>\u{65E5}xxxx\u{793E}</a>", 1),
        // Cells stay apart.
        ("a,b\nAcme, Inc,\"Acme, Inc\"", "a,b\nxxxx,xxxx,\"xxxx,xxxx\"", 2),
    ])
    func `words in whatever spelling they stand`(text: String, expected: String, count: Int) {
        let words = ["acme", "acme, inc", "\u{1F600} corp", "r&d", "r/d \"lab", "nothing", "404", "true", "amp", "utf"]
        #expect(covered(text) { $0.cover(words: words) } == (expected, count))
    }

    @Test(arguments: [
        ("<r><a>one\ntwo</a><b>three</b></r>", "<r><a>xxx\nxxx</a><b>three</b></r>", 1),
        ("<r><a><![CDATA[x<y]]></a></r>", "<r><a><![CDATA[xxx]]></a></r>", 1),
        ("<r a=\"one>\" b=\"two\"><ab>x</ab></r>", "<r a=\"xxxx\" b=\"two\"><ab>x</ab></r>", 1),
        ("<r><a/>text<a></a></r>", "<r><a/>text<a></a></r>", 0),
        ("<r><a>b<!-- > c -->d</a>e</r>", "<r><a>x<!--xxxxx-->x</a>e</r>", 1),
        ("<r><!-- <a> -->b<a>c</a></r>", "<r><!-- <a> -->b<a>x</a></r>", 1),
    ])
    func `elements and attributes by name`(text: String, expected: String, count: Int) {
        #expect(covered(text) { $0.cover(element: "a", in: 0..<text.utf8.count) } == (expected, count))
    }
}
