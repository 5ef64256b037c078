/// A body as quoted-printable (RFC 2045): lines of at most 76 characters, CRLF, nothing but printable ASCII.
enum QuotedPrintable {
    static func encoded(_ text: String) -> String {
        var out: [UInt8] = []
        var column = 0
        let bytes = Array(text.utf8)
        var index = 0
        func isBreak(_ index: Int) -> Bool {
            index >= bytes.count || bytes[index] == 0x0A
                || (bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A)
        }
        while index < bytes.count {
            let byte = bytes[index]
            if isBreak(index) {
                index += byte == 0x0D ? 2 : 1
                out.append(contentsOf: [0x0D, 0x0A])
                column = 0
                continue
            }
            let unit = Self.unit(byte, column: column, endsLine: isBreak(index + 1), bytes, index)
            if column + unit.count > (isBreak(index + 1) ? 76 : 75) {
                out.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
                column = 0
                continue
            }
            out.append(contentsOf: unit)
            column += unit.count
            index += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Space at a line's end, a dot that stands alone, and `From ` at a line's start are encoded: mail programs change them.
    private static func unit(_ byte: UInt8, column: Int, endsLine: Bool, _ bytes: [UInt8], _ index: Int) -> [UInt8] {
        let isMailMark =
            column == 0
            && ((byte == UInt8(ascii: ".") && endsLine) || bytes[index...].starts(with: "From ".utf8))
        let isPlain = (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x20 && !endsLine
        if isPlain, !isMailMark { return [byte] }
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
