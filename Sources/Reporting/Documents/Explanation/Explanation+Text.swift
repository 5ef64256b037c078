import Diagnostics

/// Plain text: two columns deeper for each level, wrapped for a terminal of 100 columns, excerpts as they stand.
extension Explanation {
    package var text: String {
        var lines = wrapped(title, indent: 0)
        for statement in statements {
            lines.append("")
            statement.write(to: &lines, depth: 0)
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension Statement {
    fileprivate func write(to lines: inout [String], depth: Int) {
        let indent = depth * 2
        lines += wrapped(text.isEmpty ? name : "\(name): \(text)", indent: indent)
        for exhibit in exhibits { exhibit.write(to: &lines, indent: indent + 4) }
        for part in parts { part.write(to: &lines, depth: depth + 1) }
    }
}

extension Exhibit {
    fileprivate func write(to lines: inout [String], indent: Int) {
        let blank = String(repeating: " ", count: indent)
        lines.append(blank + visible(address.folded) + (field.isEmpty ? "" : visible(", field \(field.folded)")))
        // The excerpt has been made visible when it was cut.
        lines += excerpt.map { blank + "  " + $0 }
    }
}

/// Lines of at most 100 columns, the second and later ones two columns deeper. A word that is longer stays whole.
private func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var width = indent
    var isEmpty = true
    for word in visible(text.folded).split(separator: " ") {
        let length = word.count
        if !isEmpty, width + 1 + length > 100 {
            lines.append(line)
            line = String(repeating: " ", count: indent + 2)
            width = indent + 2
            isEmpty = true
        }
        if !isEmpty {
            line += " "
            width += 1
        }
        line += word
        width += length
        isEmpty = false
    }
    lines.append(line)
    return lines
}
