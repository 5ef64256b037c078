package import Diagnostics

/// A user's file in place of a built-in one, or beside them.
package struct TemplateOverride: Sendable {
    /// The path below the templates folder: `documents/post-mortem.md.mustache`.
    package var name: String
    package var text: String
    package var source: SourceID?

    package init(name: String, text: String, source: SourceID? = nil) {
        self.name = name
        self.text = text
        self.source = source
    }
}

package struct TemplateLibrary: Sendable {
    /// `nil` where a template is broken; every fault is a diagnostic.
    package static func loaded(
        builtIn: [String: String], overrides: [TemplateOverride] = []
    ) -> Outcome<TemplateLibrary?> { Outcome(nil) }
    /// `name` is the path below the templates folder without `.mustache`: `documents/post-mortem.md`. Partials are called by the same names.
    package func render(_ name: String, with context: Context) -> String { "" }
    package func lint(_ name: String, against specimen: Context) -> [Diagnostic] { [] }
    /// A file that is no template, as it stands: `shells/style.css`.
    package func text(of name: String) -> String? { nil }
}

/// Turns Markdown into the body of a page.
package struct MarkdownToHTML: Sendable {
    package init() {}
    package func html(from markdown: String) -> String { "" }
}

/// The page around a body.
package struct PageShell: Sendable {
    package init(_ templates: TemplateLibrary) {}
    package func page(title: String, body: String, footer: String = "", language: String = "en") -> String { "" }
}

/// Times on a logarithmic scale, a lane for each group with its target.
package struct TimingChart: Sendable {
    package struct Lane: Sendable {
        package var label: String
        package var target: Double?
        package var targetLabel: String
        package var values: [Value]
        package init(label: String, target: Double?, targetLabel: String, values: [Value]) {
            self.label = label
            self.target = target
            self.targetLabel = targetLabel
            self.values = values
        }
    }
    package struct Value: Sendable {
        package var label: String
        package var seconds: Double
        package init(label: String, seconds: Double) {
            self.label = label
            self.seconds = seconds
        }
    }
    package init(id: String, title: String, summary: String, lanes: [Lane]) {}
    package var svg: String { "" }
}
