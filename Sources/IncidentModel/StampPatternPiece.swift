/// A part of a pattern's spelling: a run of one letter, or text that stands for itself.
enum StampPatternPiece {
    case token(String)
    case literal([UInt8])

    /// `nil` for a quote that nobody closes.
    static func pieces(of spelling: String) -> [StampPatternPiece]? {
        let bytes = Array(spelling.utf8)
        var pieces: [StampPatternPiece] = []
        var literal: [UInt8] = []
        var isQuoted = false
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote {
                let isDoubled = at + 1 < bytes.count && bytes[at + 1] == quote
                if isDoubled { literal.append(quote) } else { isQuoted.toggle() }
                at += isDoubled ? 2 : 1
            } else if isQuoted || !isLetter(byte) {
                literal.append(byte)
                at += 1
            } else {
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = []
                let end = bytes[at...].firstIndex { $0 != byte } ?? bytes.count
                pieces.append(.token(String(decoding: bytes[at..<end], as: UTF8.self)))
                at = end
            }
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        return isQuoted ? nil : pieces
    }

    private static let quote = UInt8(ascii: "'")

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
