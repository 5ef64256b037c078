/// A stretch of a page that the program writes anew each time, between two comments that no renderer shows:
/// `<!-- debrief:begin timeline -->` and `<!-- debrief:end timeline -->`.
struct GeneratedBlock: Sendable, Equatable {
    var name: String
    var begin: TextLine
    var body: [TextLine]
    var end: TextLine

    var lines: [TextLine] { [begin] + body + [end] }

    enum Mark: Equatable {
        case begin(String)
        case end(String)
    }

    /// What a line marks; `nil` for every other line.
    static func mark(_ text: String) -> Mark? {
        let bytes = text.utf8
        guard bytes.count <= 200, bytes.contains(UInt8(ascii: "<")) else { return nil }
        let words = text.split { $0 == " " || $0 == "\t" }
        guard words.count == 4, words[0] == "<!--", words[3] == "-->" else { return nil }
        let name = String(words[2])
        guard name.utf8.allSatisfy({ MarkdownToken.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }) else { return nil }
        switch words[1] {
        case "debrief:begin": return .begin(name)
        case "debrief:end": return .end(name)
        default: return nil
        }
    }
}
