internal import Diagnostics

/// The plain text of a document in the Atlassian Document Format while its nodes come by.
///
/// Nodes of kinds that are not known here give what text they have. It goes down no further than records are nested,
/// 64 levels by default.
struct AtlassianDocument {
    private var writer = PlainTextWriter()

    func finished() -> String { writer.text }

    mutating func add(_ node: RecordReader) {
        let type = node.text(Self.type)?.value ?? ""
        switch type {
        case "paragraph", "heading", "blockquote", "panel", "mediaSingle", "mediaGroup", "rule", "table", "codeBlock":
            writer.edge(2)
            addContent(node)
            if type == "table" { writer.endItem() }
            writer.edge(2)
        case "bulletList", "orderedList", "taskList", "decisionList":
            writer.beginList()
            addContent(node)
            writer.endList()
        case "listItem", "taskItem", "decisionItem":
            writer.beginItem()
            addContent(node)
            writer.endItem()
        case "tableRow":
            writer.beginRow()
            addContent(node)
            writer.endItem()
        case "tableCell", "tableHeader":
            writer.beginCell()
            addContent(node)
        case "hardBreak":
            writer.lineBreak()
        case "expand", "nestedExpand":
            writer.edge(2)
            add(node.text(Self.title)?.value)
            writer.edge(2)
            addContent(node)
            writer.edge(2)
        default:
            addInline(node, type)
        }
    }

    private mutating func addContent(_ node: RecordReader) {
        for child in node.list(Self.content) { add(child) }
    }

    private mutating func addInline(_ node: RecordReader, _ type: String) {
        switch type {
        case "text":
            // White space alone counts here, which a field's text leaves out.
            guard let text = node.spelling(Self.text) else { return }
            add(text)
            addAddress(of: node, behind: text)
        case "inlineCard", "blockCard", "embedCard":
            add(node.text(Self.url)?.value)
        case "media", "mediaInline":
            add(node.text(Self.alt).map { "[\($0.value)]" })
        case "emoji":
            add((node.text(Self.attributeText) ?? node.text(Self.shortName))?.value)
        case "date":
            add(node.text(Self.timestamp)?.value)
        default:
            add((node.text(Self.attributeText) ?? node.text(Self.text))?.value)
            addContent(node)
        }
    }

    private mutating func addAddress(of node: RecordReader, behind text: String) {
        for mark in node.list(Self.marks) where mark.text(Self.type)?.value == "link" {
            guard let address = mark.text(Self.href).flatMap({ LinkAddress.read(Array($0.value.utf8)) }) else {
                continue
            }
            if !LinkAddress.says(Array(text.utf8)[...], address) {
                writer.addBehind(Array(" (".utf8) + address + Array(")".utf8))
            }
        }
    }

    private mutating func add(_ text: String?) {
        if let text { writer.preformatted(Array(text.utf8)) }
    }

    private static let type: FieldPath = "type"
    private static let content: FieldPath = "content"
    private static let text: FieldPath = "text"
    private static let marks: FieldPath = "marks"
    private static let href: FieldPath = "attrs.href"
    private static let url: FieldPath = "attrs.url"
    private static let alt: FieldPath = "attrs.alt"
    private static let title: FieldPath = "attrs.title"
    private static let attributeText: FieldPath = "attrs.text"
    private static let shortName: FieldPath = "attrs.shortName"
    private static let timestamp: FieldPath = "attrs.timestamp"
}

extension RecordReader {
    /// A text as it stands, be it white space alone.
    fileprivate func spelling(_ field: FieldPath) -> String? {
        guard let found = find(field), tape.nodes[Int(found)].kind == .string else { return text(field)?.value }
        return string(found)
    }
}
