/// Where a member of the object that a JSON text consists of has its value, found without reading the values: whoever reads
/// them finds what is wrong with them.
package struct JSONMember {
    private let name: [UInt8]

    package init(_ name: String) { self.name = Array(name.utf8) }

    /// The place of a value that is a list; `nil` where the text is no object, or has no such member or several.
    package func place(in input: InputText) -> Range<Int>? {
        let (base, end) = (input.base, input.base + input.count)
        var at = base
        var depth = 0
        var isKeyNext = false
        var isOurs = false
        var start: Byte?
        var found: Range<Int>?
        var forgotten = 0
        while at < end {
            switch at.pointee {
            case UInt8(ascii: "\""):
                let close = stringEnd(at + 1, end)
                if depth == 1, isKeyNext {
                    isKeyNext = false
                    isOurs =
                        close - at - 1 == name.count
                        && name.withUnsafeBufferPointer { name in
                            name.baseAddress.map { alike($0, at + 1, name.count) } ?? false
                        }
                }
                at = close
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if depth == 0 {
                    guard at.pointee == UInt8(ascii: "{"), found == nil else { return nil }
                    isKeyNext = true
                } else if depth == 1, isOurs {
                    guard at.pointee == UInt8(ascii: "["), start == nil, found == nil else { return nil }
                    start = at
                }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 1, let first = start {
                    found = first - base..<at + 1 - base
                    start = nil
                    isOurs = false
                }
                if at - base > forgotten + Self.stretch {
                    forgotten = at - base
                    input.forget(before: forgotten)
                }
                if depth < 0 { return nil }
            case UInt8(ascii: ",") where depth == 1: isKeyNext = true
            default: break
            }
            at += 1
        }
        return found
    }

    /// Bytes after which what was looked at need not stay in memory.
    private static let stretch = 1 << 24

    /// The quotation mark that ends a string, or the end.
    private func stringEnd(_ start: Byte, _ end: Byte) -> Byte {
        var at = start
        while true {
            let mark = Syntax.place(of: UInt8(ascii: "\""), from: at, to: end)
            guard mark < end else { return end }
            var first = mark
            while first > start, (first - 1).pointee == UInt8(ascii: "\\") { first -= 1 }
            if (mark - first).isMultiple(of: 2) { return mark }
            at = mark + 1
        }
    }
}

extension InputText {
    /// A part of it, as an input of its own; nothing is copied.
    package func part(_ range: Range<Int>) -> InputText {
        let whole = self
        let start = range.lowerBound
        return InputText(
            mapping: UnsafeRawBufferPointer(rebasing: bytes[range]), forgetting: { whole.forget(before: start + $0) }
        ) { withExtendedLifetime(whole) {} }
    }

    /// Its bytes with others in the place of a part.
    package func with(_ others: [UInt8], at range: Range<Int>) -> InputText {
        InputText(bytes: Array(bytes[..<range.lowerBound]) + others + Array(bytes[range.upperBound...]))
    }

    /// Its bytes, some at a time: what has been looked at need not stay in memory.
    package func inStretches(_ take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try withExtendedLifetime(self) {
            for start in stride(from: 0, to: count, by: 1 << 22) {
                let end = min(count, start + 1 << 22)
                try take(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                forget(before: end)
            }
        }
    }
}
