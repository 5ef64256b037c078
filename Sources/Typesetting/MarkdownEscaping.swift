/// Data as inline Markdown that every renderer shows as the very same words: in a paragraph, a heading, a list item or a
/// table cell.
package func markdownEscaped(_ text: String) -> String {
    MarkdownText(VisibleText.line(text)).escaped()
}

/// A code span around any one line of text, also inside a table: `|` and backticks are safe in it.
package func markdownCode(_ text: String) -> String { MarkdownText.code(VisibleText.line(text)) }
