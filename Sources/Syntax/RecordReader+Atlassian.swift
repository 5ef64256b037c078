package import Diagnostics

extension RecordReader {
    /// The plain text of a field as Jira and Confluence write it: wiki markup where it is a text, an Atlassian document
    /// where it is an object. `nil` where ``text(_:)`` is `nil`, and for a document without words; objects that are no
    /// document are noted (`field-shape`).
    package func atlassianText(_ field: FieldPath) -> Sourced<String>? {
        guard let found = find(field), tape.nodes[Int(found)].kind == .object else {
            guard let text = text(field) else { return nil }
            return Sourced(text: WikiText.plain(text.value), text.origin)
        }
        guard let document = inner(field), document.text("type")?.value == "doc" else {
            misshape(found, field, "a text")
            return nil
        }
        var text = AtlassianDocument()
        text.add(document)
        let words = text.finished()
        return words.isEmpty ? nil : Sourced(text: words, origin(of: found, field))
    }
}
