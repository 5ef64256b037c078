import Syntax

extension DecodedBytes {
    /// The text behind escapes of JSON (RFC 8259, 7). In a document of JSON, quotation marks that are not escaped are no
    /// text; in a text that may be one they are.
    func withoutJSONEscapes(isDocument: Bool) -> DecodedBytes {
        var decoding = Decoding(self)
        let quote = isDocument ? UInt8(ascii: "\"") : UInt8(ascii: "\\")
        while let mark = bytes[decoding.at...].firstIndex(where: { $0 == UInt8(ascii: "\\") || $0 == quote }) {
            decoding.copy(to: mark)
            if bytes[mark] == UInt8(ascii: "\"") {
                decoding.hide(to: mark + 1)
            } else if let meaning = Self.jsonEscape(bytes, at: mark) {
                decoding.take(to: meaning.end, for: meaning.text)
            } else {
                decoding.copy(to: mark + 1)
            }
        }
        return decoding.layer()
    }

    private static func jsonEscape(_ bytes: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
        guard start + 1 < bytes.count else { return nil }
        let letter = bytes[start + 1]
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return ([letter], start + 2)
        case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "t"): return ([0x09], start + 2)
        case UInt8(ascii: "n"), UInt8(ascii: "r"): return ([0x0A], start + 2)
        case UInt8(ascii: "u"): break
        default: return nil
        }
        guard var number = unit(bytes, at: start) else { return nil }
        var end = start + 6
        if number & 0xFC00 == 0xD800, let low = unit(bytes, at: end), low & 0xFC00 == 0xDC00 {
            number = 0x10000 + (number & 0x3FF) << 10 + (low & 0x3FF)
            end += 6
        }
        return (Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8), end)
    }

    /// The unit of UTF-16 that `\u0041` stands for.
    private static func unit(_ bytes: [UInt8], at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
        else { return nil }
        var number: UInt32 = 0
        for byte in bytes[start + 2..<start + 6] {
            switch byte {
            case 0x30...0x39: number = number << 4 + UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: number = number << 4 + UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return number
    }

    /// The text behind character references of XML and HTML.
    func withoutReferences() -> DecodedBytes {
        var decoding = Decoding(self)
        while let ampersand = bytes[decoding.at...].firstIndex(of: UInt8(ascii: "&")) {
            decoding.copy(to: ampersand)
            decoding.takeReference()
        }
        return decoding.layer()
    }
}

extension Decoding {
    /// The reference that begins here, or its ampersand alone.
    mutating func takeReference() {
        if let (text, end) = CharacterReference.read(source, at: at) {
            take(to: end, for: text)
        } else {
            copy(to: at + 1)
        }
    }
}
