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

    /// The value of a key, without quotes around it.
    static func value(of key: String, in lines: [TextLine]) -> String? {
        guard let line = lines.first(where: { self.key($0) == key }) else { return nil }
        let value =
            String(line.text.dropFirst(key.count + 1)).split(separator: "#", omittingEmptySubsequences: false)
            .first.map(String.init)?.trimmingSpaces ?? ""
        return String(value.drop { $0 == "\"" || $0 == "'" }.reversed().drop { $0 == "\"" || $0 == "'" }.reversed())
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
