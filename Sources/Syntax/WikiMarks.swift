/// Marks of emphasis in a line of wiki markup: `*bold*`, `_italic_` and `-strike-`, at the ends of words only.
struct WikiMarks {
    private let bytes: [UInt8]
    /// Where the marks stand that come in pairs.
    private(set) var removed: [Int] = []
    /// The last mark of each kind that can open: bold, italic, strike.
    private var open: [Int?] = [nil, nil, nil]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(_ range: Range<Int>) {
        for at in range {
            guard let kind = Self.kinds.firstIndex(of: bytes[at]) else { continue }
            if let opener = open[kind], canClose(at) {
                removed.append(opener)
                removed.append(at)
                open[kind] = nil
            } else if canOpen(at) {
                open[kind] = at
            }
        }
    }

    private static let kinds = Array("*_-".utf8)

    private func canOpen(_ at: Int) -> Bool {
        let mark = bytes[at]
        let before = at > 0 ? bytes[at - 1] : 0x20
        guard at + 1 < bytes.count, before != mark, bytes[at + 1] != mark else { return false }
        let after = bytes[at + 1]
        if mark == UInt8(ascii: "-") {
            // Not the minus of a number, nor an option of a command behind a slash or an equals sign.
            return " \t(*_|".utf8.contains(before) && (Self.isLetter(after) || "*_".utf8.contains(after))
        }
        return " \t([{\"'|,;:>-*_+".utf8.contains(before) && (Self.isWord(after) || "_*-+[{(\"'".utf8.contains(after))
    }

    private func canClose(_ at: Int) -> Bool {
        let mark = bytes[at]
        let after = at + 1 < bytes.count ? bytes[at + 1] : 0x20
        guard at > 0, bytes[at - 1] != mark, after != mark else { return false }
        let before = bytes[at - 1]
        guard Self.isWord(before) || "_*-.!?)]}\"';:,%".utf8.contains(before) else { return false }
        return " \t.,;:!?)]}\"'|-*_+<\r".utf8.contains(after)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (97...122).contains(byte | 0x20) }

    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (48...57).contains(byte) }
}
