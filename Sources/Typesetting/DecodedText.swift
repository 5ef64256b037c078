/// A text taken out of a mail, and where in the mail each of its bytes stands.
package struct DecodedText: Sendable, Equatable {
    package var bytes: [UInt8] = []
    package var offsets: [Int] = []

    mutating func append(_ byte: UInt8, from offset: Int) {
        bytes.append(byte)
        offsets.append(offset)
    }

    mutating func append(_ other: DecodedText) {
        bytes += other.bytes
        offsets += other.offsets
    }

    /// A stretch as it stands, CR LF as LF.
    mutating func append(verbatim range: Range<Int>, of mail: [UInt8]) {
        for index in range {
            let isBeforeBreak = mail[index] == 0x0D && index + 1 < range.upperBound && mail[index + 1] == 0x0A
            if !isBeforeBreak { append(mail[index], from: index) }
        }
    }

    /// A quoted-printable stretch (RFC 2045). In a header's encoded word, an underscore is a space (RFC 2047).
    mutating func append(quotedPrintable range: Range<Int>, of mail: [UInt8], inHeader: Bool = false) {
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = mail[at]
            if byte == UInt8(ascii: "="), let end = Self.softBreak(at, range.upperBound, mail) {
                at = end
            } else if byte == UInt8(ascii: "="), at + 2 < range.upperBound, let high = Self.digit(mail[at + 1]),
                let low = Self.digit(mail[at + 2])
            {
                append(high << 4 | low, from: at)
                at += 3
            } else {
                if byte != 0x0D { append(inHeader && byte == UInt8(ascii: "_") ? 0x20 : byte, from: at) }
                at += 1
            }
        }
    }

    /// Behind `=`, white space and a line break.
    private static func softBreak(_ at: Int, _ end: Int, _ mail: [UInt8]) -> Int? {
        var next = at + 1
        while next < end, mail[next] == 0x20 || mail[next] == 0x09 || mail[next] == 0x0D { next += 1 }
        return next < end && mail[next] == 0x0A ? next + 1 : nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// A base64 stretch (RFC 4648); what is no digit of it is skipped, as mail programs do.
    mutating func append(base64 range: Range<Int>, of mail: [UInt8]) {
        var bits = 0
        var count = 0
        var first = range.lowerBound
        for index in range {
            guard let value = Base64Text.value(of: mail[index]) else { continue }
            if count == 0 { first = index }
            bits = bits << 6 | Int(value)
            count += 1
            guard count == 4 else { continue }
            for shift in [16, 8, 0] { append(UInt8(truncatingIfNeeded: bits >> shift), from: first) }
            bits = 0
            count = 0
        }
        if count >= 2 { append(UInt8(truncatingIfNeeded: (bits << (6 * (4 - count))) >> 16), from: first) }
        if count == 3 { append(UInt8(truncatingIfNeeded: (bits << 6) >> 8), from: first) }
    }
}
