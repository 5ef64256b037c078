/// The meaning of a JSON string's inside, once the scanner has found it to be right.
enum JSONEscapes {
    static func decoded(_ start: Byte, _ length: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            if let base = buffer.baseAddress { count = decode(start, length, into: base) }
        }
    }

    static func string(_ start: Byte, _ length: Int) -> String {
        String(unsafeUninitializedCapacity: length) { buffer in
            buffer.baseAddress.map { decode(start, length, into: $0) } ?? 0
        }
    }

    /// Writes the text, which is never longer than its spelling, and returns its length.
    private static func decode(_ start: Byte, _ length: Int, into out: UnsafeMutablePointer<UInt8>) -> Int {
        var at = start
        let end = start + length
        var count = 0
        while at < end {
            let stop = place(of: 0x5C, from: at, to: end)
            (out + count).update(from: at, count: stop - at)
            count += stop - at
            at = stop
            guard end - at >= 2 else { break }
            if at[1] == 0x75 {
                count += unicode(&at, end, into: out + count)
                continue
            }
            out[count] =
                switch at[1] {
                case 0x62: 0x08
                case 0x66: 0x0C
                case 0x6E: 0x0A
                case 0x72: 0x0D
                case 0x74: 0x09
                default: at[1]
                }
            count += 1
            at += 2
        }
        return count
    }

    private static func unicode(_ at: inout Byte, _ end: Byte, into out: UnsafeMutablePointer<UInt8>) -> Int {
        guard end - at >= 6, var number = hexadecimal(at + 2) else {
            at = end
            return 0
        }
        at += 6
        if number & 0xFC00 == 0xD800, end - at >= 6, let low = hexadecimal(at + 2) {
            number = 0x10000 + (number & 0x3FF) << 10 + (low & 0x3FF)
            at += 6
        }
        var count = 0
        for byte in UTF8.encode(Unicode.Scalar(number) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
            out[count] = byte
            count += 1
        }
        return count
    }
}
