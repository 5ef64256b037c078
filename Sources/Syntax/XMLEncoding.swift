/// What an XML input's first bytes say about its encoding.
struct XMLEncoding {
    /// The family that the byte order mark, or the zero bytes around the first character, stand for.
    enum Family: String { case utf8 = "UTF-8", utf16 = "UTF-16", utf32 = "UTF-32", unmarked = "bytes" }

    var family: Family
    /// The name in the XML declaration, as it is written.
    var declared: String?

    init(_ input: InputText) {
        let head = Array(input.bytes.prefix(1024))
        let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        switch JSONLayout.foreignEncoding(input) {
        case "UTF-16": family = .utf16
        case "UTF-32": family = .utf32
        default: family = hasMark ? .utf8 : .unmarked
        }
        declared = Self.declaration(in: String(decoding: head.filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self))
    }

    private static func declaration(in head: String) -> String? {
        guard head.hasPrefix("<?xml"), let end = head.firstIndex(of: ">") else { return nil }
        let words = head[..<end].split(separator: "encoding", maxSplits: 1)
        guard words.count == 2 else { return nil }
        var name = words[1].drop { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" || $0 == "=" }
        guard let quote = name.popFirst(), quote == "\"" || quote == "'" else { return nil }
        return String(name.prefix { $0 != quote })
    }

    /// Why the mark and the declaration cannot both be right.
    var conflict: String? {
        guard let declared else { return nil }
        let word = declared.uppercased()
        let isDouble = word.hasPrefix("UTF-16") || word.hasPrefix("UTF16") || word.hasPrefix("ISO-10646-UCS-2")
        let isQuadruple = word.hasPrefix("UTF-32") || word.hasPrefix("UTF32") || word.hasPrefix("ISO-10646-UCS-4")
        let isRight =
            switch family {
            case .utf8: word == "UTF-8" || word == "UTF8"
            case .utf16: isDouble
            case .utf32: isQuadruple
            case .unmarked: !isDouble && !isQuadruple
            }
        return isRight ? nil : "the declaration says `\(declared)`, but the first bytes are \(family.rawValue)"
    }

    /// Whether a zero byte can be part of a character.
    var allowsZeros: Bool { family == .utf16 || family == .utf32 }
}
