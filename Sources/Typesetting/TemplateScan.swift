/// The tags of one template, and what is wrong with them, found without running it.
struct TemplateScan: Sendable {
    /// A fault, and the place in the template that it is about.
    struct Fault: Sendable {
        var code: TemplateFault
        var message: String
        var line: Int
        var column: Int
    }

    private(set) var tags: [TemplateTag] = []
    private(set) var faults: [Fault] = []
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0

    /// Deeper sections are refused: the Mustache library reads them by calling itself.
    static let deepest = 32

    init(_ text: String) {
        bytes = Array(text.utf8)
        while index < bytes.count {
            if has("{{", at: index) {
                readTag()
            } else {
                advance()
            }
        }
        checkSections()
    }

    private func has(_ text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { wanted in wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] } }
    }

    private mutating func advance() {
        if bytes[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        index += 1
    }

    private mutating func readTag() {
        let start = (line: line, column: index - lineStart + 1, offset: index)
        func fault(_ message: String) -> Fault {
            Fault(code: .tag, message: message, line: start.line, column: start.column)
        }
        let isTriple = has("{{{", at: index)
        for _ in 0..<(isTriple ? 3 : 2) { advance() }
        let from = index
        while index < bytes.count, !has("}}", at: index) { advance() }
        guard index < bytes.count else { return faults.append(fault("this tag is never closed with }}")) }
        var content = bytes[from..<index][...]
        advance()
        advance()
        if isTriple {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "}") else {
                return faults.append(fault("{{{ is closed with }}}"))
            }
            advance()
        }
        let kind: TemplateTag.Kind
        switch isTriple ? nil : content.first {
        case UInt8(ascii: "!"): return
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .inverted
        case UInt8(ascii: "/"): kind = .close
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "&"): kind = .raw
        case UInt8(ascii: "="): return faults.append(fault("other delimiters than {{ and }} are not supported"))
        case UInt8(ascii: "<"), UInt8(ascii: "$"):
            return faults.append(fault("blocks and parent templates are not supported"))
        case UInt8(ascii: "%"): return faults.append(fault("the program sets the content type by the file's name"))
        default: kind = isTriple ? .raw : .value
        }
        if kind != .value, !isTriple { content = content.dropFirst() }
        let name = String(decoding: content, as: UTF8.self).trimmingSpaces
        guard isName(name, of: kind) else {
            let what = name.contains("(") ? "transforms are not supported" : "not a name that a template can use"
            return faults.append(fault("\(what): \"\(name)\""))
        }
        tags.append(
            TemplateTag(kind: kind, name: name, line: start.line, column: start.column, offset: start.offset))
    }

    private func isName(_ name: String, of kind: TemplateTag.Kind) -> Bool {
        if name == "." { return kind != .partial }
        let separator = UInt8(ascii: kind == .partial ? "/" : ".")
        return name.utf8.split(separator: separator, omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { byte in
                    MarkdownToken.isAlphanumeric(byte) || "-_".utf8.contains(byte)
                        || kind == .partial && byte == UInt8(ascii: ".")
                }
        }
    }

    private mutating func checkSections() {
        var open: [TemplateTag] = []
        func fault(_ tag: TemplateTag, _ message: String) -> Fault {
            Fault(code: .section, message: message, line: tag.line, column: tag.column)
        }
        for tag in tags {
            switch tag.kind {
            case .section, .inverted:
                open.append(tag)
                if open.count == Self.deepest + 1 { faults.append(fault(tag, "sections are nested too deep")) }
            case .close:
                guard let last = open.popLast() else {
                    faults.append(fault(tag, "{{/\(tag.name)}} closes nothing"))
                    return
                }
                if last.name != tag.name {
                    faults.append(
                        fault(
                            tag, "{{/\(tag.name)}} stands where {{/\(last.name)}} is due (opened in line \(last.line))")
                    )
                    return
                }
            case .value, .raw, .partial: continue
            }
        }
        if let last = open.last { faults.append(fault(last, "the section \"\(last.name)\" is never closed")) }
    }
}

/// The kinds of faults that a scan finds by itself.
enum TemplateFault: Sendable { case tag, section }

extension String {
    /// Without white space at both ends.
    var trimmingSpaces: String {
        if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
            return self
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
