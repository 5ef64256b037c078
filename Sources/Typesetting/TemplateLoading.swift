import Diagnostics
import Mustache

/// Templates on their way into a library: gathered, then checked one by one and against each other.
struct TemplateLoading {
    private(set) var files: [String: TemplateFile] = [:]
    private(set) var assets: [String: String] = [:]
    private var builtInPhrases: PhraseFile?
    private var ownPhrases: [PhraseFile] = []
    private var diagnostics: [Diagnostic] = []

    private static let ending = ".mustache"

    mutating func add(_ path: String, _ text: String, source: SourceID?) {
        var text = text.replacingLineEndings
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let origin = source.map(Origin.whole)
        if path.hasSuffix(PhraseFile.ending) {
            let file = PhraseFile(text, source: source)
            if source == nil { builtInPhrases = file } else { ownPhrases.append(file) }
            return
        }
        guard path.hasSuffix(Self.ending) else {
            assets[path] = text
            if path.hasSuffix(".css"), let fault = StyleSheet.fault(in: text) {
                diagnostics.append(Diagnostic(.templateStyle, "\(path): \(fault)", at: origin))
            }
            return
        }
        let name = String(path.dropLast(Self.ending.count))
        guard let kind = TemplateKind(name: name) else {
            diagnostics.append(
                Diagnostic(
                    .templateKind, "\(path) is not named for what it makes", at: origin,
                    help:
                        "call it \(name).md.mustache, \(name).html.mustache, \(name).txt.mustache or \(name).yaml.mustache"
                ))
            return
        }
        files[name] = TemplateFile(name: name, kind: kind, text: text, source: source)
    }

    /// The wording, and what was wrong with it.
    func phrases() -> Outcome<PhraseBook> { PhraseBook.loaded(builtIn: builtInPhrases, overrides: ownPhrases) }

    /// The templates as the Mustache library reads them, if every one of them is sound, and all that was found.
    func finished() -> (MustacheLibrary?, [Diagnostic]) {
        let ordered = files.values.sorted { $0.name < $1.name }
        var found = diagnostics
        for file in ordered {
            found += file.diagnostics + partialFaults(of: file)
        }
        if let cycle = PartialCycle(in: files) {
            found.append(
                cycle.file.diagnostic(
                    .templateCycle, cycle.path.joined(separator: " includes "), at: cycle.tag,
                    help: "end the chain in one of them"))
        }
        guard !found.contains(where: { $0.level == .error }) else { return (nil, found) }
        var library = MustacheLibrary()
        for file in ordered {
            do {
                // The library stumbles over a brace at the very end of a template.
                let text = file.text.hasSuffix("{") ? file.text + "\n" : file.text
                try library.register("{{% CONTENT_TYPE: \(file.kind.contentType)}}\n" + text, named: file.name)
            } catch {
                let place = (error as? MustacheTemplate.ParserError)?.context
                found.append(
                    file.diagnostic(
                        .templateTag, "the template cannot be read near here",
                        line: max(1, (place?.lineNumber ?? 2) - 1), column: place?.columnNumber ?? 1))
            }
        }
        return (library, found)
    }

    private func partialFaults(of file: TemplateFile) -> [Diagnostic] {
        file.scan.tags.filter { $0.kind == .partial }.compactMap { tag in
            guard let partial = files[tag.name] else {
                return file.diagnostic(
                    .templatePartial, "there is no partial \"\(tag.name)\"", at: tag,
                    help: NearestWord.to(tag.name, among: files.keys.sorted()).map { "did you mean \"\($0)\"?" }
                        ?? "partials are called by their path below the templates folder, without .mustache")
            }
            // Front matter stands at the top of a Markdown page.
            guard partial.kind != file.kind, !(partial.kind == .yaml && file.kind == .markdown) else { return nil }
            return file.diagnostic(
                .templatePartial,
                "a \(file.kind.rawValue) page cannot include \"\(tag.name)\", which escapes otherwise",
                at: tag)
        }
    }
}

extension String {
    /// With LF for every CRLF and CR.
    var replacingLineEndings: String {
        guard utf8.contains(0x0D) else { return self }
        var out: [UInt8] = []
        var wasReturn = false
        for byte in utf8 {
            if byte == 0x0D {
                out.append(0x0A)
            } else if byte != 0x0A || !wasReturn {
                out.append(byte)
            }
            wasReturn = byte == 0x0D
        }
        return String(decoding: out, as: UTF8.self)
    }
}
