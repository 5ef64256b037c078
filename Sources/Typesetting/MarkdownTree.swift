import CCmarkGFM
import Glibc
import Synchronization

/// The addresses of a page's parts, in the order in which they stand.
struct MarkdownOutline: Sendable, Equatable {
    /// One for each heading; empty for those of the first level.
    var headings: [String] = []
    /// For each table, the `id` of the heading above it; empty if there is none.
    var tables: [String] = []
}

/// A Markdown document between reading and writing.
enum MarkdownTree {
    /// Registration is not safe to do twice at once.
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    /// The C library keeps the special characters of its extensions in global tables while it reads inline text, at the
    /// end of parsing: one at a time. Everything else runs beside other pages.
    private static let turn = Mutex(())

    /// HTML as the C library writes it, and the outline.
    static func rendered(_ markdown: Substring) -> (html: String, outline: MarkdownOutline) {
        registered
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return ("", MarkdownOutline()) }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        var text = String(markdown)
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = finished(parser) else { return ("", MarkdownOutline()) }
        defer { cmark_node_free(root) }
        disarm(root)
        let outline = outline(of: root)
        guard let html = cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)) else {
            return ("", outline)
        }
        defer { free(html) }
        return (String(cString: html), outline)
    }

    /// What `body` makes of a document that is only read.
    static func withTree<Result>(of markdown: Substring, _ body: (OpaquePointer) -> Result) -> Result? {
        registered
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        var text = String(markdown)
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = finished(parser) else { return nil }
        defer { cmark_node_free(root) }
        return body(root)
    }

    private static func finished(_ parser: OpaquePointer) -> OpaquePointer? {
        let address = Int(bitPattern: parser)
        // Pointers cross no lock; their addresses do.
        let root = turn.withLock { _ in Int(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address))) }
        return OpaquePointer(bitPattern: root)
    }

    static func nodes(of root: OpaquePointer) -> [OpaquePointer] {
        guard let walk = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(walk) }
        var found: [OpaquePointer] = []
        while true {
            let event = cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { return found }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) { found.append(node) }
        }
    }

    /// Raw HTML becomes the words it is made of; a comment goes, unless it holds a chart; a picture becomes a link to it.
    private static func disarm(_ root: OpaquePointer) {
        var charts = 0
        for node in nodes(of: root) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HTML_INLINE:
                if isComment(node) { remove(node) } else { replace(node, with: text(of: node)) }
            case CMARK_NODE_HTML_BLOCK:
                if let chart = chart(in: node) {
                    charts += 1
                    replace(node, with: raw(chart.figure(id: "chart-\(charts)")))
                } else if isComment(node) {
                    remove(node)
                } else {
                    let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
                    cmark_node_append_child(paragraph, text(of: node))
                    replace(node, with: paragraph)
                }
            case CMARK_NODE_IMAGE:
                let link = cmark_node_new(CMARK_NODE_LINK)
                cmark_node_set_url(link, cmark_node_get_url(node))
                while let child = cmark_node_first_child(node) { cmark_node_append_child(link, child) }
                replace(node, with: link)
            default: continue
            }
        }
    }

    private static func literal(_ node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    private static func isComment(_ node: OpaquePointer) -> Bool { ChartComment.isComment(literal(node)) }

    private static func chart(in node: OpaquePointer) -> PhaseChart? { ChartComment.chart(in: literal(node)) }

    /// Markup of our own, which the C library writes as it stands.
    private static func raw(_ markup: String) -> OpaquePointer? {
        let node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK)
        cmark_node_set_on_enter(node, markup)
        return node
    }

    private static func remove(_ node: OpaquePointer) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    private static func text(of node: OpaquePointer) -> OpaquePointer? {
        let text = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(text, cmark_node_get_literal(node))
        return text
    }

    private static func replace(_ node: OpaquePointer, with other: OpaquePointer?) {
        guard let other, cmark_node_replace(node, other) == 1 else { return }
        cmark_node_free(node)
    }

    private static func outline(of root: OpaquePointer) -> MarkdownOutline {
        var outline = MarkdownOutline()
        var anchors = HeadingAnchors()
        for node in nodes(of: root) {
            if cmark_node_get_type(node) == CMARK_NODE_HEADING {
                outline.headings.append(
                    anchors.next(level: Int(cmark_node_get_heading_level(node)), text: words(of: node)))
            } else if String(cString: cmark_node_get_type_string(node)) == "table" {
                outline.tables.append(outline.headings.last ?? "")
            }
        }
        return outline
    }

    static func words(of node: OpaquePointer) -> String {
        nodes(of: node).map { inner in
            switch cmark_node_get_type(inner) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: cmark_node_get_literal(inner).map { String(cString: $0) } ?? ""
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: " "
            default: ""
            }
        }.joined()
    }
}
