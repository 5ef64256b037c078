import Mustache

/// How data enters each kind of template.
enum ContentTypes {
    /// Registered once for the process; the registry of the library is global, and guarded by a lock of its own.
    static let registered: Void = {
        MustacheContentTypes.register(MarkdownContent(), named: TemplateKind.markdown.contentType)
        MustacheContentTypes.register(HTMLContent(), named: TemplateKind.html.contentType)
        MustacheContentTypes.register(PlainContent(), named: TemplateKind.plain.contentType)
        MustacheContentTypes.register(YAMLContent(), named: TemplateKind.yaml.contentType)
    }()

    private struct MarkdownContent: MustacheContentType {
        func escapeText(_ text: String) -> String { markdownEscaped(text) }
    }

    private struct HTMLContent: MustacheContentType {
        func escapeText(_ text: String) -> String { htmlEscaped(text) }
    }

    private struct PlainContent: MustacheContentType {
        func escapeText(_ text: String) -> String { plainText(text) }
    }

    private struct YAMLContent: MustacheContentType {
        func escapeText(_ text: String) -> String { yamlQuoted(text) }
    }
}
