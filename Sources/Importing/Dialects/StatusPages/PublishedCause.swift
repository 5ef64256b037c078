import Diagnostics

/// The part of a published report that names the cause: what stands below a heading such as "Root cause", up to the next
/// heading.
///
/// A heading is a line that begins with `#`, a short line in bold, or one of the titles that reports use on a line of
/// their own; it names the cause only if nothing else stands in it.
enum PublishedCause {
    static func section(of report: Sourced<String>) -> Sourced<String>? {
        var words: [Substring] = []
        var isInside = false
        for line in report.value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let isHeading = line.first == "#"
            if isInside, isHeading || isTitle(line) { break }
            if isInside { words.append(line) }
            if (isHeading || isTitle(line)) && namesCause(line) { isInside = true }
        }
        while words.first.map(isBlank) ?? false { words.removeFirst() }
        while words.last.map(isBlank) ?? false { words.removeLast() }
        return words.isEmpty ? nil : Sourced(text: words.joined(separator: "\n"), report.origin)
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    /// A line in bold, or one of the titles that reports use.
    private static func isTitle(_ line: Substring) -> Bool {
        guard line.utf8.count <= 60 else { return false }
        if line.hasPrefix("**"), line.hasSuffix("**") { return true }
        return titles.contains(bare(line))
    }

    private static func namesCause(_ line: Substring) -> Bool { causes.contains(bare(line)) }

    /// A heading's words alone, in lower case; none of a line that is too long for one.
    static func bare(_ line: Substring) -> String {
        guard line.utf8.count <= 80 else { return "" }
        let marks: Set<Character> = ["#", "*", "\\", "_", ":", ".", " "]
        var words = line.drop(while: marks.contains)
        while let last = words.last, marks.contains(last) { words.removeLast() }
        return words.lowercased()
    }

    private static let causes: Set<String> = ["root cause", "root causes", "cause", "root cause analysis", "причина"]
    private static let titles = causes.union([
        "summary", "impact", "timeline", "background", "remediation", "remediation and prevention", "resolution",
        "next steps", "lessons learned", "description", "short description", "what happened", "mitigation",
    ])
}
