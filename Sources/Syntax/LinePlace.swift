/// Counts lines while it is moved forward through an input.
struct LinePlace {
    private let base: Byte
    private let end: Int
    private(set) var offset = 0
    private(set) var line: UInt32 = 1
    private(set) var lineStart = 0

    init(_ input: InputText) {
        base = input.base
        end = input.count
    }

    var column: UInt32 { UInt32(truncatingIfNeeded: offset - lineStart + 1) }
    var place: InputPlace { InputPlace(offset: offset, line: line, lineStart: lineStart) }

    /// Moves forward; a place that lies behind is taken for where it stands already.
    @inline(__always)
    mutating func move(to target: Int) {
        var at = offset
        let target = min(target, end)
        guard at < target else { return }
        while target - at >= 8 {
            let word = word(at: base + at) ^ (Swar.ones &* 0x0A)
            let low = ~Swar.tops
            let marks = ~(((word & low) &+ low) | word | low)
            if marks != 0 {
                line &+= UInt32(truncatingIfNeeded: marks.nonzeroBitCount)
                lineStart = at + 8 - (marks.leadingZeroBitCount >> 3)
            }
            at += 8
        }
        while at < target {
            if base[at] == 0x0A {
                line &+= 1
                lineStart = at + 1
            }
            at += 1
        }
        offset = target
    }
}
