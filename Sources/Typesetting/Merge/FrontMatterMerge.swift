/// The front matter of three states of a page, merged key by key: a value that a person changed stays.
struct FrontMatterMerge {
    private(set) var lines: [TextLine] = []
    /// Keys whose value both changed.
    private(set) var conflicts: [String] = []

    init(base: [TextLine], edited: [TextLine], new: [TextLine]) {
        guard !edited.isEmpty else {
            // Taken away by a person, or never there.
            lines = base.isEmpty ? new : []
            return
        }
        let (old, found) = (Self.entries(base), Self.entries(new))
        let kept = Self.entries(edited)
        for line in edited.dropLast() {
            guard let key = Self.key(line), let before = old[key], let now = found[key], before != now else {
                // Unless the program has given it up and nobody has touched it.
                if let key = Self.key(line), let before = old[key], found[key] == nil, before == line.text { continue }
                lines.append(line)
                continue
            }
            if line.text == before {
                lines.append(TextLine(text: now, ending: line.ending))
            } else {
                lines.append(line)
                if line.text != now { conflicts.append(key) }
            }
        }
        for line in new {
            guard let key = Self.key(line), old[key] == nil, kept[key] == nil else { continue }
            lines.append(line)
        }
        lines += edited.suffix(1)
    }

    /// The value of a key as a person reads it: without quotes and remarks.
    static func value(of key: String, in lines: [TextLine]) -> String? {
        guard let line = lines.first(where: { self.key($0) == key }) else { return nil }
        let text = String(line.text.dropFirst(key.count + 1)).trimmingSpaces
        return text.hasPrefix("\"") ? quoted(text) : withoutRemark(text)
    }

    /// The scalar that a double-quoted value begins with.
    private static func quoted(_ text: String) -> String {
        let rest = text.dropFirst()
        return unescaped(String(rest[..<(rest.firstIndex(of: "\"") ?? rest.endIndex)]))
    }

    private static func withoutRemark(_ text: String) -> String {
        let bare = String(text[..<(text.firstIndex(of: "#") ?? text.endIndex)]).trimmingSpaces
        let isQuoted = bare.hasPrefix("'") && bare.hasSuffix("'") && bare.utf8.count > 1
        return isQuoted ? String(bare.dropFirst().dropLast()) : bare
    }

    /// With the characters that `\u003c` names.
    private static func unescaped(_ text: String) -> String {
        var parts = text.components(escapedBy: "\\u")
        var out = parts.removeFirst()
        for part in parts {
            let digits = part.prefix(4)
            if digits.utf8.count == 4, let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) {
                out.unicodeScalars.append(scalar)
                out += part.dropFirst(4)
            } else {
                out += "\\u" + part
            }
        }
        return out
    }

    private static func entries(_ lines: [TextLine]) -> [String: String] {
        Dictionary(lines.compactMap { line in key(line).map { ($0, line.text) } }) { first, _ in first }
    }

    /// `severity` of `severity: sev2`; `nil` for a line that begins no entry of the first level.
    private static func key(_ line: TextLine) -> String? {
        guard let colon = line.text.firstIndex(of: ":"), colon > line.text.startIndex else { return nil }
        let name = line.text[..<colon]
        let isName = name.utf8.allSatisfy { MarkdownToken.isAlphanumeric($0) || "-_".utf8.contains($0) }
        return isName ? String(name) : nil
    }
}

extension String {
    /// What stands between two-byte marks.
    fileprivate func components(escapedBy mark: String) -> [String] {
        let (bytes, wanted) = (Array(utf8), Array(mark.utf8))
        var parts: [[UInt8]] = [[]]
        var place = 0
        while place < bytes.count {
            if bytes[place...].starts(with: wanted) {
                parts.append([])
                place += wanted.count
            } else {
                parts[parts.count - 1].append(bytes[place])
                place += 1
            }
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
}
