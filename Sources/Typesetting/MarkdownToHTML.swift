/// Turns Markdown (GitHub's, in safe mode) into the body of a page: no raw HTML, no scripts, no form controls, nothing
/// loaded from outside. Bare addresses are not linked.
package struct MarkdownToHTML: Sendable {
    /// Words that get a look of their own where they stand alone in `**…**` or `*…*`.
    package var marks: [InlineMark]

    package init(marks: [InlineMark] = InlineMark.standard) { self.marks = marks }

    /// The body. Front matter is left out; headings of the second and further levels get an `id`.
    package func html(from markdown: String) -> String {
        let (raw, outline) = MarkdownTree.rendered(FrontMatter.removed(from: markdown))
        return HTMLFinish(outline: outline, marks: marks).finished(raw)
    }
}

/// The YAML between two `---` at the top of a page.
enum FrontMatter {
    static func removed(from markdown: String) -> Substring {
        guard markdown.hasPrefix("---\n") else { return markdown[...] }
        var rest = markdown.dropFirst(4)
        while !rest.isEmpty {
            let line = rest.prefix { $0 != "\n" }
            rest = rest.dropFirst(line.count + 1)
            if line == "---" || line == "..." { return rest }
        }
        return markdown[...]
    }
}
