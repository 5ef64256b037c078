#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One address in an input.
typealias Byte = UnsafePointer<UInt8>

/// The first place of `byte` in `from..<end`, or `end`.
@inline(__always)
func place(of byte: UInt8, from: Byte, to end: Byte) -> Byte {
    guard from < end, let found = memchr(from, Int32(byte), end - from) else { return end }
    return Byte(found.assumingMemoryBound(to: UInt8.self))
}

/// Whether two stretches of `count` bytes are alike.
@inline(__always)
func alike(_ left: Byte, _ right: Byte, _ count: Int) -> Bool { memcmp(left, right, count) == 0 }

/// Eight bytes at once, the first one lowest, wherever they begin.
@inline(__always)
func word(at place: Byte) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
}

/// Words of eight equal bytes, and masks that mark bytes by their highest bit. The lowest mark is exact; marks above it
/// may be false.
enum Swar {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let tops: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
        let zeroed = word ^ (ones &* UInt64(byte))
        return (zeroed &- ones) & ~zeroed & tops
    }

    @inline(__always)
    static func marks(below byte: UInt8, in word: UInt64) -> UInt64 {
        (word &- (ones &* UInt64(byte))) & ~word & tops
    }

    /// How many bytes lie below the lowest mark.
    @inline(__always)
    static func bytesBefore(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

    /// How many bytes of the word are `byte`, exactly.
    @inline(__always)
    static func count(of byte: UInt8, in word: UInt64) -> Int {
        let zeroed = word ^ (ones &* UInt64(byte))
        let low = ~tops
        return (~(((zeroed & low) &+ low) | zeroed | low)).nonzeroBitCount
    }
}

/// How many line feeds stand in `from..<end`.
func lineFeeds(from: Byte, to end: Byte) -> Int { breaks(of: 0x0A, from: from, to: end) }

/// How many times the byte that ends lines stands in `from..<end`.
func breaks(of byte: UInt8, from: Byte, to end: Byte) -> Int {
    var count = 0
    var at = from
    while end - at >= 8 {
        count &+= Swar.count(of: byte, in: word(at: at))
        at += 8
    }
    while at < end {
        if at.pointee == byte { count &+= 1 }
        at += 1
    }
    return count
}

/// The byte behind the last line break in `from..<end`, or `from`.
func lineStart(from: Byte, to end: Byte, behind byte: UInt8 = 0x0A) -> Byte {
    var at = end
    while at > from, (at - 1).pointee != byte { at -= 1 }
    return at
}
