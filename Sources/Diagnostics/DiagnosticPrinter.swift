/// Writes diagnostics for people (a line, the original line with a caret, a help line) or for programs (one JSON object
/// a line).
package struct DiagnosticPrinter: Sendable {
    package enum Style: Sendable { case text, json }

    package var style: Style
    package var color: Bool
    package var sources: SourceList

    package init(style: Style, color: Bool, sources: SourceList) {
        self.style = style
        self.color = color
        self.sources = sources
    }

    /// One diagnostic, with its line break. `line` is the text of the line that the diagnostic points at.
    package func print(_ diagnostic: Diagnostic, line: String? = nil) -> String {
        switch style {
        case .text: text(diagnostic, line: line)
        case .json: json(diagnostic)
        }
    }

    private func text(_ diagnostic: Diagnostic, line: String?) -> String {
        var out = ""
        if let origin = diagnostic.origin { out += visible(sources.address(of: origin)) + ": " }
        out += painted("\(diagnostic.level.rawValue)[\(diagnostic.code.id)]", diagnostic.level)
        out += ": " + visible(diagnostic.message)
        let about = [
            diagnostic.record.map { "record \($0)" },
            diagnostic.origin.flatMap { $0.field.isEmpty ? nil : "field \($0.field)" },
        ].compactMap { $0 }
        if !about.isEmpty { out += visible(" (" + about.joined(separator: ", ") + ")") }
        out += "\n"
        if let line, let origin = diagnostic.origin, origin.line > 0 {
            out += Excerpt(line: line, column: Int(origin.column), number: Int(origin.line)).text
        }
        if let help = diagnostic.help { out += "  help: " + visible(help) + "\n" }
        return out
    }

    private func json(_ diagnostic: Diagnostic) -> String {
        var parts = [
            "\"code\":" + jsonString(diagnostic.code.id)
        ]
        if let origin = diagnostic.origin {
            if origin.column > 0 { parts.append("\"column\":\(origin.column)") }
            if !origin.field.isEmpty { parts.append("\"field\":" + jsonString(origin.field)) }
            parts.append("\"file\":" + jsonString(sources.name(of: origin.source)))
        }
        if let help = diagnostic.help { parts.append("\"help\":" + jsonString(help)) }
        parts.append("\"level\":" + jsonString(diagnostic.level.rawValue))
        if let origin = diagnostic.origin, origin.line > 0 { parts.append("\"line\":\(origin.line)") }
        parts.append("\"message\":" + jsonString(diagnostic.message))
        if let record = diagnostic.record { parts.append("\"record\":" + jsonString(record)) }
        return "{" + parts.joined(separator: ",") + "}\n"
    }

    private func painted(_ word: String, _ level: DiagnosticLevel) -> String {
        guard color else { return word }
        let paint =
            switch level {
            case .note: "\u{1B}[36m"
            case .warning: "\u{1B}[33m"
            case .error: "\u{1B}[31m"
            }
        return paint + word + "\u{1B}[0m"
    }
}

/// The line that an origin points at, cut to a readable width around the caret.
package struct Excerpt: Sendable, Equatable {
    let line: String
    let column: Int
    let number: Int

    package init(line: String, column: Int, number: Int) {
        self.line = line
        self.column = column
        self.number = number
    }

    private static let width = 100

    var text: String { rows.map { "  \($0)\n" }.joined() }

    /// `14 | the line`, and below it the caret, where a column is known.
    package var rows: [String] {
        let bytes = Array(line.utf8)
        let caret = max(0, min(column - 1, bytes.count))
        let from = max(0, min(caret - Self.width / 2, bytes.count - Self.width))
        let to = min(bytes.count, from + Self.width)
        let before = visible(String(decoding: bytes[from..<caret], as: UTF8.self))
        let after = visible(String(decoding: bytes[caret..<to], as: UTF8.self))
        let lead = from > 0 ? "…" : ""
        let gutter = "\(number)"
        let blank = String(repeating: " ", count: gutter.count)
        let quoted = "\(gutter) | \(lead)\(before)\(after)\(to < bytes.count ? "…" : "")"
        guard column > 0 else { return [quoted] }
        return [quoted, "\(blank) | \(String(repeating: " ", count: lead.count + before.count))^"]
    }
}

/// Text that cannot steer a terminal: control and bidirectional characters become visible escapes.
package func visible(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09: out += " "
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
            out += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out
}

/// A JSON string literal, quotes included (RFC 8259).
package func jsonString(_ text: String) -> String {
    var out: [UInt8] = []
    appendJSON(text, to: &out)
    return String(decoding: out, as: UTF8.self)
}

/// Adds a JSON string literal, quotes included. Works on bytes: reports hold some hundred thousand of them.
package func appendJSON(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): out += "\\\"".utf8
        case UInt8(ascii: "\\"): out += "\\\\".utf8
        case UInt8(ascii: "\n"): out += "\\n".utf8
        case UInt8(ascii: "\r"): out += "\\r".utf8
        case UInt8(ascii: "\t"): out += "\\t".utf8
        case 0..<0x20: out += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
        default: out.append(byte)
        }
    }
    out.append(UInt8(ascii: "\""))
}
