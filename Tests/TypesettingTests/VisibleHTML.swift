/// What a browser shows of a body made by the program: its tags, its text without them.
struct VisibleHTML {
    private(set) var tags: [String] = []
    private(set) var text = ""

    init(_ html: String) {
        var tag: String?
        for character in html.unicodeScalars {
            switch (tag, character) {
            case (nil, "<"): tag = ""
            case (let open?, ">"):
                tags.append(open)
                tag = nil
            case (let open?, _): tag = open + String(character)
            case (nil, _): text.unicodeScalars.append(character)
            }
        }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        for (entity, character) in entities { text = text.components(of: entity).joined(separator: character) }
        text = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    }

    /// Byte by byte: a combining mark at the edge of the words belongs to them, not to what stands before.
    func shows(_ words: String) -> Bool { words.isEmpty || text.components(of: words).count > 1 }
}

extension String {
    /// The parts between the places where `mark`, which is not empty, stands.
    func components(of mark: String) -> [String] {
        if mark.isEmpty { return [self] }
        var parts: [String] = []
        var current: [UInt8] = []
        let wanted = Array(mark.utf8)
        let bytes = Array(utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: wanted) {
                parts.append(String(decoding: current, as: UTF8.self))
                current = []
                index += wanted.count
            } else {
                current.append(bytes[index])
                index += 1
            }
        }
        return parts + [String(decoding: current, as: UTF8.self)]
    }
}
