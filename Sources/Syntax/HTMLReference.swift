internal import CLibXML2

/// A character reference of HTML: `&nbsp;`, `&#8212;`, `&#x2014;`.
enum HTMLReference {
    /// The character, and the place behind the reference; `nil` where the ampersand at `start` begins none and stands
    /// for itself. Named ones are those of HTML 4 and `&apos;`; without a semicolon only `&amp`, `&lt`, `&gt`, `&quot`
    /// and `&nbsp`.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        guard start + 1 < bytes.count else { return nil }
        return bytes[start + 1] == UInt8(ascii: "#") ? number(bytes, at: start + 2) : name(bytes, at: start + 1)
    }

    /// A text with the characters in the place of their references.
    static func unescaped(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        return text.withUnsafeBufferPointer { bytes in
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count)
            var at = 0
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "&"), let (scalar, end) = read(bytes, at: at) {
                    out.append(contentsOf: String(scalar).utf8)
                    at = end
                } else {
                    out.append(bytes[at])
                    at += 1
                }
            }
            return out
        }
    }

    private static func name(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
        var end = start
        // The longest name (`thetasym`) has eight letters.
        while end < bytes.count, end - start <= 8, isAlphanumeric(bytes[end]) { end += 1 }
        guard end > start, end - start <= 8 else { return nil }
        let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: ";")
        let name = Array(bytes[start..<end])
        if !isClosed {
            guard bareNames.contains(name), end == bytes.count || bytes[end] != UInt8(ascii: "=") else { return nil }
        }
        guard let entity = htmlEntityLookup(name + [0]), let scalar = Unicode.Scalar(entity.pointee.value) else {
            return nil
        }
        return (scalar, isClosed ? end + 1 : end)
    }

    private static let bareNames = Set(["amp", "lt", "gt", "quot", "nbsp"].map { Array($0.utf8) })

    /// Code points that no text may hold are U+FFFD, those of Windows-1252 are what their writers meant (HTML Living
    /// Standard, "numeric character reference end state").
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
        let isHexadecimal = start < bytes.count && bytes[start] | 0x20 == UInt8(ascii: "x")
        let radix: UInt32 = isHexadecimal ? 16 : 10
        let first = isHexadecimal ? start + 1 : start
        var end = first
        var value: UInt32 = 0
        while end < bytes.count, let digit = digit(bytes[end]), digit < radix {
            value = min(value * radix + digit, 0x11_0000)
            end += 1
        }
        guard end > first, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
        if (0x80...0x9F).contains(value) { value = windows[Int(value) - 0x80] }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return (scalar ?? "\u{FFFD}", end + 1)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46: UInt32(byte) - 0x37
        case 0x61...0x66: UInt32(byte) - 0x57
        default: nil
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// U+0080 to U+009F as Windows-1252 has them.
    private static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
