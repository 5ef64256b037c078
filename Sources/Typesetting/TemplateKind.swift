/// What a template makes, by the end of its name, and so how it escapes data.
enum TemplateKind: String, Sendable {
    case markdown = ".md"
    case html = ".html"
    case plain = ".txt"
    /// Front matter: every value is a quoted scalar.
    case yaml = ".yaml"

    /// `nil` for a name (without `.mustache`) of no known kind.
    init?(name: String) {
        let known = [TemplateKind.markdown, .html, .plain, .yaml].first { name.hasSuffix($0.rawValue) }
        guard let known else { return nil }
        self = known
    }

    /// The name under which the content type is registered.
    var contentType: String {
        switch self {
        case .markdown: "MARKDOWN"
        case .html: "HTML"
        case .plain: "PLAIN"
        case .yaml: "YAML"
        }
    }
}
