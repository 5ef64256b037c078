/// A journal as ServiceNow shows it in one text: entries headed `2026-02-03 10:12:44 - Dana Ortiz (Work notes)`.
enum ServiceNowJournal {
    struct Entry: Equatable {
        var stamp: String
        var author: String?
        var label: String
        var text: String
    }

    /// The entries of a text, and what stands before the first heading.
    static func entries(of text: String) -> (entries: [Entry], rest: String?) {
        var entries: [Entry] = []
        var rest = ""
        var body: [Substring] = []
        func close() {
            guard !entries.isEmpty else { return }
            entries[entries.count - 1].text = joined(body)
            body = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if let heading = heading(line) {
                close()
                entries.append(heading)
            } else if entries.isEmpty {
                rest += rest.isEmpty ? line : "\n" + line
            } else {
                body.append(line)
            }
        }
        close()
        let left = rest.drop { $0.isWhitespace }
        return (entries, left.isEmpty ? nil : String(left))
    }

    /// `yyyy-MM-dd HH:mm:ss - Author (Label)`.
    private static func heading(_ line: Substring) -> Entry? {
        let trimmed = line.drop { $0 == " " }
        guard trimmed.utf8.count > 22, trimmed.hasSuffix(")"),
            let open = trimmed.lastIndex(of: "("), trimmed.utf8.first.map({ (48...57).contains($0) }) ?? false
        else { return nil }
        let stamp = trimmed.prefix(19)
        let after = trimmed.dropFirst(19)
        let named = after.dropFirst(3)
        guard after.hasPrefix(" - "), open >= named.startIndex,
            stamp.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 2
        else { return nil }
        let author = named[..<open].trimmingSpaces
        return Entry(
            stamp: String(stamp), author: author.isEmpty ? nil : author,
            label: String(trimmed[trimmed.index(after: open)...].dropLast()), text: "")
    }

    private static func joined(_ lines: [Substring]) -> String {
        var lines = lines[...]
        while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var slice = drop { $0 == " " }
        while slice.last == " " { slice.removeLast() }
        return String(slice)
    }
}
