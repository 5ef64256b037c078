package import Diagnostics

extension TemplateLibrary {
    /// Every name in a template, and in the partials that it calls, that a page of this kind does not have.
    ///
    /// `specimen` is a context with every name filled: lists with an element, groups with their members.
    package func lint(_ name: String, against specimen: Context) -> [Diagnostic] {
        var lint = TemplateLint(library: self, frames: [[specimen]])
        lint.walk(name)
        var seen: Set<Diagnostic> = []
        return lint.found.filter { seen.insert($0).inserted }
    }
}

/// A walk along the tags of a template with a specimen of what they will find.
private struct TemplateLint {
    let library: TemplateLibrary
    /// What a name may be looked up in, outermost first; each frame holds the elements of a list, or one context.
    var frames: [[Context]]
    var found: [Diagnostic] = []

    mutating func walk(_ name: String) {
        guard let file = library.files[name] else { return }
        let base = frames.count
        for tag in file.scan.tags {
            switch tag.kind {
            case .close: if frames.count > base { frames.removeLast() }
            case .partial: walk(tag.name)
            case .value, .raw: checkPrinted(tag, in: file)
            case .section: frames.append(opened(values(of: tag, in: file)))
            case .inverted:
                _ = values(of: tag, in: file)
                frames.append([])
            }
        }
        frames.removeLast(frames.count - base)
    }

    private mutating func checkPrinted(_ tag: TemplateTag, in file: TemplateFile) {
        let values = values(of: tag, in: file)
        guard !values.isEmpty, !values.contains(where: isPrintable) else { return }
        let members = Set(values.flatMap(names)).sorted().joined(separator: ", ")
        let help =
            tag.name == "." ? "name one of its members: \(members)" : "open it: {{#\(tag.name)}} … {{/\(tag.name)}}"
        found.append(file.diagnostic(.templateUse, "\"\(tag.name)\" is no text", at: tag, help: help))
    }

    private func isPrintable(_ value: Context) -> Bool {
        switch value {
        case .text, .absent: true
        case .flag, .list, .group: false
        }
    }

    /// What a section on these values puts in reach: a list's elements, groups and texts as they are.
    private func opened(_ values: [Context]) -> [Context] {
        values.flatMap { value in
            switch value {
            case .absent, .flag: [Context]()
            case .list(let elements): elements
            case .text, .group: [value]
            }
        }
    }

    /// All that the tag's name may stand for; empty, with a diagnostic, where the context lacks it.
    private mutating func values(of tag: TemplateTag, in file: TemplateFile) -> [Context] {
        let parts = tag.parts
        guard let first = parts.first else { return frames.last { !$0.isEmpty } ?? [] }
        guard let frame = frames.last(where: { !members(first, of: $0).isEmpty }) else {
            report(tag, lacking: first, known: frames.flatMap { $0.flatMap(names) }, in: file)
            return []
        }
        var values = members(first, of: frame)
        for part in parts.dropFirst() {
            let inner = members(part, of: values)
            if inner.isEmpty {
                report(tag, lacking: part, known: values.flatMap(names), in: file)
                return []
            }
            values = inner
        }
        return values
    }

    private mutating func report(_ tag: TemplateTag, lacking part: String, known: [String], in file: TemplateFile) {
        let nearest = NearestWord.to(part, among: known.sorted()).map { "did you mean \"\($0)\"?" }
        let offer = known.isEmpty ? nil : "names in reach: " + Set(known).sorted().joined(separator: ", ")
        let whole = part == tag.name ? "" : " (in \"\(tag.name)\")"
        found.append(
            file.diagnostic(
                .templateName, "this page has no \"\(part)\"\(whole)", at: tag, help: nearest ?? offer))
    }

    private func members(_ name: String, of values: [Context]) -> [Context] {
        values.compactMap { value in
            guard case .group(let members) = value else { return nil }
            return members[name]
        }
    }

    private func names(_ value: Context) -> [String] {
        guard case .group(let members) = value else { return [] }
        return Array(members.keys)
    }
}
