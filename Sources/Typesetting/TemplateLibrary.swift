package import Diagnostics
import Mustache

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

/// Every template of a run, read and checked before the first page is made.
///
/// A template is known by its path below the templates folder without `.mustache` (`documents/post-mortem.md`), and
/// partials are called by the same names. Its kind decides how data is escaped in it.
package struct TemplateLibrary: Sendable {
    let files: [String: TemplateFile]
    private let assets: [String: String]
    private let mustache: MustacheLibrary
    /// The wording that the program adds.
    package let phrases: PhraseBook

    /// The library, or `nil` where a template is broken; every fault is a diagnostic.
    package static func loaded(
        builtIn: [String: String], overrides: [TemplateOverride] = []
    ) -> Outcome<TemplateLibrary?> {
        ContentTypes.registered
        var loading = TemplateLoading()
        for (name, text) in builtIn.sorted(by: { $0.key < $1.key }) { loading.add(name, text, source: nil) }
        for file in overrides { loading.add(file.name, file.text, source: file.source) }
        let phrases = loading.phrases()
        let (mustache, faults) = loading.finished()
        let diagnostics = faults + phrases.diagnostics
        guard let mustache, !diagnostics.contains(where: { $0.level == .error }) else {
            return Outcome(nil, diagnostics)
        }
        let library = TemplateLibrary(
            files: loading.files, assets: loading.assets, mustache: mustache, phrases: phrases.value)
        return Outcome(library, diagnostics)
    }

    /// The page that a template makes from a context. In Markdown and plain text, blank lines that closed sections left
    /// behind are drawn together.
    package func render(_ name: String, with context: Context) -> String {
        guard let file = files[name], let page = mustache.render(context.rendered, withTemplate: name) else {
            preconditionFailure("No template is called \(name).")
        }
        return file.kind == .html ? page : BlankLines.drawnTogether(page)
    }

    package func contains(_ name: String) -> Bool { files[name] != nil }

    /// A file that is no template, as it stands: `shells/style.css`.
    package func text(of name: String) -> String? { assets[name] }
}
