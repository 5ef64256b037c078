/// How a CSV text is written.
struct CSVShape: Sendable {
    var delimiter: UInt8
    /// The byte by which lines are counted: the line feed; the carriage return where there are no line feeds.
    var lineBreak: UInt8 = 0x0A
    var encoding = TextEncoding.utf8

    /// Whether a byte ends a cell that is not quoted.
    @inline(__always)
    func endsCell(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

    /// Whether a quote outside quoted cells opens one: it does where the cell begins with it.
    @inline(__always)
    func opensCell(_ quote: Byte, in row: Byte) -> Bool { quote == row || endsCell((quote - 1).pointee) }

    /// Where the row that a place outside quoted cells lies in ends: its line break, or the end. `row` is any place at
    /// or before it where a row begins.
    func rowEnd(from place: Byte, in row: Byte, to end: Byte) -> Byte {
        var at = place
        while at < end {
            let byte = at.pointee
            if byte == 0x0A || byte == 0x0D { return at }
            at = byte == 0x22 && opensCell(at, in: row) ? Self.behindQuotes(at, to: end) : at + 1
        }
        return end
    }

    /// The place behind the quoted cell that opens here, or the end where it is not closed.
    static func behindQuotes(_ quote: Byte, to end: Byte) -> Byte {
        var at = quote + 1
        while true {
            let found = Syntax.place(of: 0x22, from: at, to: end)
            guard found < end else { return end }
            guard end - found > 1, found[1] == 0x22 else { return found + 1 }
            at = found + 2
        }
    }

    /// The place behind the line break here, if one stands here.
    @inline(__always)
    static func behindBreak(_ place: Byte, to end: Byte) -> Byte {
        guard place < end else { return place }
        if place.pointee == 0x0A { return place + 1 }
        guard place.pointee == 0x0D else { return place }
        return end - place > 1 && place[1] == 0x0A ? place + 2 : place + 1
    }
}
