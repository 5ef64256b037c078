/// The page around a body: head, style, navigation and footer, in one file that loads nothing.
package struct PageShell: Sendable {
    /// A link at the top of a page.
    package struct Link: Sendable {
        package var title: String
        /// Relative, and made by the program: `index.html`, `#breaches`.
        package var path: String

        package init(title: String, path: String) {
            self.title = title
            self.path = path
        }
    }

    private let templates: TemplateLibrary
    private let style: String

    package init(_ templates: TemplateLibrary) {
        self.templates = templates
        style = templates.text(of: "shells/style.css") ?? ""
    }

    /// A whole page. `body` is markup made by the program; every other word is plain text.
    package func page(
        title: String, body: String, links: [Link] = [], footer: [String] = [], language: String = "en"
    ) -> String {
        templates.render(
            "shells/page.html",
            with: [
                "title": .text(title), "body": .text(body), "style": .text(style), "language": .text(language),
                "hasLinks": .flag(!links.isEmpty),
                "links": .list(links.map { ["title": .text($0.title), "path": .text($0.path)] }),
                "hasFooter": .flag(!footer.isEmpty), "footer": .list(footer.map { .text($0) }),
            ])
    }

    /// The HTML of a mail: as little style as a mail client keeps, and nothing of the house.
    package func letter(title: String, body: String, language: String = "en") -> String {
        templates.render(
            "shells/letter.html",
            with: ["title": .text(title), "body": .text(body), "language": .text(language)])
    }
}
