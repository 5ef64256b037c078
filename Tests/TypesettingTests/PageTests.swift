import BuiltInTemplates
import Diagnostics
import Testing

@testable import Typesetting

@Suite("Markdown to HTML")
struct MarkdownToHTMLTests {
    private func html(_ markdown: String) -> String { MarkdownToHTML().html(from: markdown) }

    @Test("sections get addresses by their words, what is below them by number, the title none")
    func anchors() {
        let page = html("# T\n\n## What *happened*?\n\n### A\n\n### B\n\n## What happened\n\n## \u{1F4A5}\n")
        #expect(page.contains("<h1>T</h1>"))
        for id in ["what-happened", "what-happened-1", "what-happened-3", "what-happened-2", "part"] {
            #expect(page.components(of: " id=\"\(id)\"").count == 2, "\(id) in \(page)")
        }
    }

    @Test("tables scroll by themselves, and name their columns")
    func tables() {
        #expect(
            html("## Clocks\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n").components(of: "\n") == [
                "<h2 id=\"clocks\">Clocks</h2>",
                "<div class=\"table\" role=\"region\" aria-labelledby=\"clocks\" tabindex=\"0\">",
                "<table>", "<thead>", "<tr>", "<th scope=\"col\">a</th>", "<th scope=\"col\" align=\"right\">b</th>",
                "</tr>", "</thead>",
                "<tbody>", "<tr>", "<td>1</td>", "<td align=\"right\">2</td>", "</tr>", "</tbody>", "</table>",
                "</div>", "",
            ])
        #expect(
            html("| a |\n|---|\n").hasPrefix(
                "<div class=\"table\" role=\"region\" aria-label=\"Table 1\" tabindex=\"0\">"))
        let twice = html("## A\n\n| a |\n|---|\n\nB\n\n| a |\n|---|\n")
        #expect(twice.components(of: "aria-labelledby=\"a\"").count == 2)
        #expect(twice.components(of: "aria-label=\"Table 2\"").count == 2)
    }

    @Test("check boxes are signs, raw HTML is words, pictures are links, and nothing runs")
    func disarmed() {
        #expect(
            html("- [ ] a\n- [x] b\n")
                == "<ul>\n<li><span class=\"box\">\u{2610}</span> a</li>\n"
                + "<li><span class=\"box\">\u{2611}</span> b</li>\n</ul>\n")
        #expect(html("a <b>c</b>\n") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n")
        #expect(VisibleHTML(html("<script>\nx\n</script>\n")).tags == ["p", "/p"])
        #expect(
            html("![a *b*](http://x.example/p.png)\n") == "<p><a href=\"http://x.example/p.png\">a <em>b</em></a></p>\n"
        )
        #expect(html("[a](javascript:x)\n") == "<p><a href=\"\">a</a></p>\n")
        #expect(html("[a](../b.md#c)\n") == "<p><a href=\"../b.md#c\">a</a></p>\n")
        #expect(html("http://x.example a@b.example\n") == "<p>http://x.example a@b.example</p>\n")
        #expect(html("<!-- x -->\n\n```mermaid\n<a>\n```\n").hasPrefix("<pre"))
        #expect(html("a <!-- x --> b\n") == "<p>a  b</p>\n")
        #expect(html("<!-- x --> <b>\n").contains("&lt;!-- x --&gt; &lt;b&gt;"))
        #expect(html("<!-- x --><script>alert(1)</script><!-- y -->\n").contains("&lt;script&gt;"))
    }

    @Test("verdicts and holes are marked where they stand alone")
    func marks() {
        #expect(
            html("**met** *to be written by the review* **metal** *met*\n")
                == "<p><strong class=\"verdict met\">met</strong> <em class=\"hole\">to be written by the review</em> "
                + "<strong>metal</strong> <em>met</em></p>\n")
    }

    @Test("front matter is left out, a rule at the top is not")
    func frontMatter() {
        #expect(html("---\ntitle: x\n---\n\nA\n") == "<p>A</p>\n")
        #expect(html("---\n\nA\n") == "<hr />\n<p>A</p>\n")
    }

    @Test("many threads at once make the same page")
    func parallel() async {
        let markdown = "~~a~~ | b\n\n| x |\n|---|\n| ~~y~~ |\n"
        let wanted = html(markdown)
        await withTaskGroup(of: String.self) { group in
            for _ in 0..<200 { group.addTask { MarkdownToHTML().html(from: markdown) } }
            for await page in group { #expect(page == wanted) }
        }
    }

    @Test("hostile Markdown makes no other elements than Markdown has", arguments: HostileText.all)
    func hostile(_ text: String) {
        for tag in VisibleHTML(html(text + "\n\n" + text)).tags {
            let name = tag.split(whereSeparator: { $0 == " " || $0 == "/" }).first ?? ""
            #expect(
                !["script", "img", "input", "!--", "iframe", "details", "summary", "style"].contains(name), "<\(tag)>")
        }
    }
}

@Suite("Pages")
struct PageShellTests {
    @Test("a page is whole, loads nothing, and keeps its words words")
    func shell() throws {
        let templates = try #require(TemplateLibrary.loaded(builtIn: BuiltInTemplates.files).value)
        let page = PageShell(templates).page(
            title: "<T>", body: "<p>B</p>\n", links: [.init(title: "Index & more", path: "../index.html")],
            footer: ["a <b>"])
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"))
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("<title>&lt;T&gt;</title>"))
        #expect(page.contains("<main>\n<p>B</p>\n\n</main>") || page.contains("<main>\n<p>B</p>\n</main>"))
        #expect(page.contains("<a href=\"../index.html\">Index &amp; more</a>"))
        #expect(page.contains("<p>a &lt;b&gt;</p>"))
        #expect(!page.contains("<script") && !page.contains("<!--") && !page.contains("://"))
        #expect(!PageShell(templates).page(title: "T", body: "B").contains("<footer>"))
    }

    @Test("the built-in style is one that a page can hold")
    func style() throws {
        let style = try #require(BuiltInTemplates.files["shells/style.css"])
        #expect(StyleSheet.fault(in: style) == nil)
    }
}

@Suite("Charts")
struct TimingChartTests {
    private let chart = TimingChart(
        id: "c", title: "Times <b>", summary: "s",
        lanes: [
            .init(
                label: "sev1", target: 3_600, targetLabel: "1 h",
                values: [.init(label: "INC-1: 10 min", seconds: 600), .init(label: "INC-2 <x>", seconds: 4_250)]),
            .init(label: "sev2", target: nil, targetLabel: "", values: []),
        ])

    @Test("times beyond the target look different, and words are escaped")
    func dots() {
        let svg = chart.svg
        #expect(svg.components(of: "class=\"within\"").count == 2)
        #expect(svg.components(of: "class=\"over\"").count == 2)
        #expect(svg.components(of: "class=\"target\"").count == 2)
        #expect(svg.contains("<title>INC-2 &lt;x&gt;</title>") && svg.contains("Times &lt;b&gt;"))
        #expect(svg == chart.svg)
    }

    @Test(
        "any numbers make a chart",
        arguments: [[], [.nan], [.infinity, -1, 0], [1e300, 1e-300], [60, 60, 60, 60, 60]] as [[Double]])
    func anyNumbers(_ seconds: [Double]) {
        let lane = TimingChart.Lane(
            label: "l", target: seconds.first, targetLabel: "t", values: seconds.map { .init(label: "v", seconds: $0) })
        let svg = TimingChart(id: "c", title: "t", summary: "s", lanes: [lane]).svg
        #expect(!svg.contains("nan") && !svg.contains("inf") && !svg.contains("e+"))
    }

    @Test(
        "logarithms",
        arguments: [
            (1.0, 0.0), (2, 0.6931471805599453), (10, 2.302585092994046), (86_400, 11.366742954792146),
            (1.9999, 0.693097179310),
        ])
    func logarithm(_ value: Double, _ wanted: Double) { #expect(abs(TimeScale.logarithm(value) - wanted) < 1e-9) }

    @Test(
        "coordinates have one decimal",
        arguments: [(0, "0.0"), (1.25, "1.3"), (-0.04, "0.0"), (-1.26, "-1.3"), (719.96, "720.0")])
    func tenths(_ value: Double, _ wanted: String) { #expect(tenth(value) == wanted) }
}

@Suite("Escaping for HTML and plain text")
struct OtherEscapingTests {
    @Test("hostile text stays words in HTML", arguments: HostileText.all)
    func html(_ text: String) {
        let escaped = htmlEscaped(text)
        #expect(!escaped.contains { "<>\"'".contains($0) })
        #expect(VisibleHTML("<p>\(escaped)</p>").text == HostileText.shown(VisibleText.line(text)))
    }

    @Test("plain text is one line without what cannot be seen", arguments: HostileText.all)
    func plain(_ text: String) {
        #expect(!plainText(text).unicodeScalars.contains { VisibleText.isInvisible($0.value) || $0 == "\n" })
    }

    @Test("plain text keeps the words")
    func words() { #expect(plainText(" a\r\n b\u{202E}\tc ") == "a b c") }
}
