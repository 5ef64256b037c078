/// The meaning of a cell that does not stand in the input as it means.
enum CSVText {
    static func string(_ start: Byte, _ length: Int, _ traits: TapeNode.Traits, _ encoding: TextEncoding) -> String {
        String(unsafeUninitializedCapacity: capacity(length, traits)) { buffer in
            buffer.baseAddress.map { decode(start, length, traits, encoding, into: $0) } ?? 0
        }
    }

    static func decoded(_ start: Byte, _ length: Int, _ traits: TapeNode.Traits, _ encoding: TextEncoding) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: capacity(length, traits)) { buffer, count in
            if let base = buffer.baseAddress { count = decode(start, length, traits, encoding, into: base) }
        }
    }

    /// A byte of Windows-1252 becomes three of UTF-8 at the most.
    private static func capacity(_ length: Int, _ traits: TapeNode.Traits) -> Int {
        traits.contains(.recoded) ? length * 3 : length
    }

    private static func decode(
        _ start: Byte, _ length: Int, _ traits: TapeNode.Traits, _ encoding: TextEncoding,
        into out: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let isDoubled = traits.contains(.doubled)
        let isRecoded = traits.contains(.recoded)
        var at = start
        let end = start + length
        var count = 0
        while at < end {
            let byte = at.pointee
            at += 1
            if byte == 0x22, isDoubled, at < end, at.pointee == 0x22 { at += 1 }
            if byte < 0x80 || !isRecoded {
                out[count] = byte
                count += 1
                continue
            }
            let scalar = encoding.scalar(byte) ?? "\u{FFFD}"
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                out[count] = unit
                count += 1
            }
        }
        return count
    }
}
