import Diagnostics

/// One template: its text, its kind, its tags, and whose it is.
struct TemplateFile: Sendable {
    /// Without `.mustache`: `documents/post-mortem.md`.
    let name: String
    let kind: TemplateKind
    let text: String
    /// `nil` for a built-in one.
    let source: SourceID?
    let scan: TemplateScan

    init(name: String, kind: TemplateKind, text: String, source: SourceID?) {
        self.name = name
        self.kind = kind
        self.text = text
        self.source = source
        scan = TemplateScan(text)
    }

    /// Markup that the program makes itself.
    static let rawNames: Set<String> = ["body", "chart", "style"]

    func diagnostic(_ code: DiagnosticCode, _ message: String, line: Int, column: Int, help: String? = nil)
        -> Diagnostic
    {
        let origin = source.map { Origin(source: $0, line: UInt32(clamping: line), column: UInt32(clamping: column)) }
        let place = source == nil ? "built-in template \(name), line \(line): " : ""
        return Diagnostic(code, place + message, at: origin, help: help)
    }

    func diagnostic(_ code: DiagnosticCode, _ message: String, at tag: TemplateTag, help: String? = nil) -> Diagnostic {
        diagnostic(code, message, line: tag.line, column: tag.column, help: help)
    }

    /// What is wrong with the template by itself.
    var diagnostics: [Diagnostic] {
        var found = scan.faults.map { fault in
            let code: DiagnosticCode =
                switch fault.code {
                case .tag: .templateTag
                case .section: .templateSection
                }
            return diagnostic(code, fault.message, line: fault.line, column: fault.column)
        }
        for tag in scan.tags where tag.kind == .raw {
            if kind == .html, Self.rawNames.contains(tag.name) { continue }
            found.append(
                diagnostic(
                    .templateRaw, "\"\(tag.name)\" would stand on the page without escaping", at: tag,
                    help: "write {{\(tag.name)}}"))
        }
        if kind == .markdown {
            let places = TemplatePlaces(text)
            for (tag, inFence) in zip(scan.tags, places.fenced(scan.tags)) {
                if let fault = places.fault(of: tag, inFence: inFence) {
                    found.append(diagnostic(.templatePlace, "\"\(tag.name)\": \(fault)", at: tag))
                }
            }
        }
        return found
    }
}
