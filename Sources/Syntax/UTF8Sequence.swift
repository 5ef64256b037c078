/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Sequence {
    /// The length of the sequence that begins at `place` (2 to 4), or 0 where none is valid. `place` holds no ASCII.
    @inline(__always)
    static func length(at place: Byte, before end: Byte) -> Int {
        let lead = place[0]
        let left = end - place
        switch lead {
        case 0xC2...0xDF:
            return left >= 2 && isTail(place[1]) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, isTail(place[1]), isTail(place[2]) else { return 0 }
            if lead == 0xE0, place[1] < 0xA0 { return 0 }
            if lead == 0xED, place[1] > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard left >= 4, isTail(place[1]), isTail(place[2]), isTail(place[3]) else { return 0 }
            if lead == 0xF0, place[1] < 0x90 { return 0 }
            if lead == 0xF4, place[1] > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }

    @inline(__always)
    private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
