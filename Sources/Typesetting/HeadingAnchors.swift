/// The `id`s of a page's headings: unique, ASCII, the same on every run.
///
/// Sections (second level) are named by their words, `what-happened`, as GitHub does; what stands below them is counted,
/// `what-happened-1`, since data may stand in those headings. The title of the page has none.
struct HeadingAnchors {
    private var used: Set<String> = []
    private var section = "part"

    mutating func next(level: Int, text: String) -> String {
        guard level > 1 else { return "" }
        if level == 2 {
            section = unique(Self.slug(text))
            return section
        }
        var number = 1
        while used.contains("\(section)-\(number)") { number += 1 }
        used.insert("\(section)-\(number)")
        return "\(section)-\(number)"
    }

    private mutating func unique(_ slug: String) -> String {
        var name = slug
        var number = 2
        while !used.insert(name).inserted {
            name = "\(slug)-\(number)"
            number += 1
        }
        return name
    }

    private static func slug(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8.prefix(200) {
            if MarkdownToken.isAlphanumeric(byte) {
                out.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
            } else if let last = out.last, last != UInt8(ascii: "-"), byte != UInt8(ascii: "'") {
                out.append(UInt8(ascii: "-"))
            }
        }
        while out.last == UInt8(ascii: "-") { out.removeLast() }
        return out.isEmpty ? "part" : String(decoding: out.prefix(60), as: UTF8.self)
    }
}
