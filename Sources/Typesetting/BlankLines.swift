/// Blank lines of a page: one between paragraphs, none at the start, one line break at the end.
enum BlankLines {
    /// Code blocks keep theirs.
    static func drawnTogether(_ text: String) -> String {
        var out: [Substring] = []
        var inFence = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if isBlank, !inFence {
                if let last = out.last, !last.isEmpty { out.append("") }
                continue
            }
            let body = line.drop { $0 == " " }
            if body.hasPrefix("```") || body.hasPrefix("~~~") { inFence.toggle() }
            out.append(line)
        }
        while out.last?.isEmpty == true { out.removeLast() }
        return out.joined(separator: "\n") + "\n"
    }
}
