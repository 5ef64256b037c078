internal import Diagnostics

/// The inside of a string, as it stands in the input.
struct JSONStringPlace {
    var start: Byte
    var length: Int
    var isEscaped: Bool
}

extension JSONScanner {
    /// Reads a string from its opening quote to behind its closing one.
    @inline(__always)
    mutating func string() -> JSONStringPlace? {
        at += 1
        let start = at
        var isEscaped = false
        while true {
            var marks: UInt64 = 0
            while end - at >= 8 {
                let word = word(at: at)
                marks =
                    Swar.marks(of: 0x22, in: word) | Swar.marks(of: 0x5C, in: word) | Swar.marks(below: 0x20, in: word)
                    | (word & Swar.tops)
                if marks != 0 { break }
                at += 8
            }
            if marks != 0 {
                at += Swar.bytesBefore(marks)
            } else {
                while at < end, isPlain(at.pointee) { at += 1 }
                guard at < end else {
                    _ = endsEarly()
                    return nil
                }
            }
            if at.pointee == 0x22 {
                let length = at - start
                at += 1
                guard length <= limits.value else {
                    _ = fail(
                        .valueTooLarge, "a text of \(length) bytes, where \(limits.value) are the limit", at: start)
                    return nil
                }
                return JSONStringPlace(start: start, length: length, isEscaped: isEscaped)
            }
            if at.pointee == 0x5C { isEscaped = true }
            guard special() else { return nil }
        }
    }

    @inline(__always)
    private func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x80 && byte != 0x22 && byte != 0x5C }

    /// Passes an escape, or a character outside ASCII.
    private mutating func special() -> Bool {
        let byte = at.pointee
        if byte == 0x5C { return escape() }
        if byte < 0x20 {
            if byte == 0x0A {
                return fail(
                    .jsonSyntax, "the line ends inside a string; a quote is missing before it, or `\\n` is meant")
            }
            if byte == 0 { return fail(.encoding, "a zero byte stands here, which no text holds") }
            return fail(.jsonSyntax, "\(shown(byte)) must be escaped inside a string")
        }
        while at < end, at.pointee >= 0x80 {
            let length = UTF8Sequence.length(at: at, before: end)
            guard length > 0 else {
                return fail(.encoding, "\(shown(at.pointee)) is not valid UTF-8 here")
            }
            at += length
        }
        return true
    }

    private mutating func escape() -> Bool {
        guard end - at >= 2 else { return endsEarly() }
        switch at[1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
            at += 2
            return true
        case 0x75:
            return unicodeEscape()
        default:
            return fail(.jsonSyntax, "`\\` and \(shown(at[1])) are no escape in JSON")
        }
    }

    private mutating func unicodeEscape() -> Bool {
        guard let unit = unit(at: at) else { return brokenUnicodeEscape(at) }
        switch unit {
        case 0xDC00...0xDFFF:
            return fail(.encoding, "the second half of a surrogate pair stands here without its first half")
        case 0xD800...0xDBFF:
            let second = at + 6
            guard end - second >= 6, second[0] == 0x5C, second[1] == 0x75 else {
                return fail(.encoding, "the first half of a surrogate pair stands here without its second half")
            }
            guard let low = self.unit(at: second) else { return brokenUnicodeEscape(second) }
            guard (0xDC00...0xDFFF).contains(low) else {
                return fail(.encoding, "the first half of a surrogate pair stands here without its second half")
            }
            at += 12
        default:
            at += 6
        }
        return true
    }

    private mutating func brokenUnicodeEscape(_ place: Byte) -> Bool {
        if end - place < 6 { return endsEarly() }
        return fail(.jsonSyntax, "four hexadecimal digits must follow `\\u`", at: place)
    }

    /// The number of the `\uXXXX` at a place.
    private func unit(at place: Byte) -> UInt32? {
        guard end - place >= 6 else { return nil }
        return hexadecimal(place + 2)
    }
}

/// The number that four hexadecimal digits make.
func hexadecimal(_ place: Byte) -> UInt32? {
    var number: UInt32 = 0
    for index in 0..<4 {
        let digit: UInt8
        switch place[index] {
        case let byte where byte >= 0x30 && byte <= 0x39: digit = byte - 0x30
        case let byte where byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66: digit = (byte | 0x20) - 0x61 + 10
        default: return nil
        }
        number = number << 4 | UInt32(digit)
    }
    return number
}
