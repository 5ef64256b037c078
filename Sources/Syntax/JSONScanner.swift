internal import Diagnostics

/// A strict reader of one JSON value (RFC 8259) that lays it onto a tape.
struct JSONScanner {
    /// The next byte to be read.
    var at: Byte
    let end: Byte
    let base: Byte
    var line: UInt32
    var lineStart: Byte
    let limits: ReadingLimits
    /// Why reading stopped; stands as soon as a function returns `false`.
    var fault: JSONFault?

    init(_ input: InputText, from: Int, to end: Int, line: UInt32, lineStart: Int, limits: ReadingLimits) {
        base = input.base
        at = base + from
        self.end = base + end
        self.line = line
        self.lineStart = base + lineStart
        self.limits = limits
    }

    // MARK: White space

    @inline(__always)
    mutating func skipWhiteSpace() {
        if at < end, at.pointee <= 0x20 { skipMoreWhiteSpace() }
    }

    private mutating func skipMoreWhiteSpace() {
        while at < end {
            switch at.pointee {
            case 0x20:
                at += 1
                while end - at >= 8, word(at: at) == 0x2020_2020_2020_2020 { at += 8 }
            case 0x0A:
                at += 1
                line &+= 1
                lineStart = at
            case 0x09, 0x0D:
                at += 1
            default:
                return
            }
        }
    }

    // MARK: Words and numbers

    mutating func literal(_ spelling: StaticString) -> Bool {
        let start = at
        let letters = spelling.utf8Start
        var index = 0
        while index < spelling.utf8CodeUnitCount {
            guard at < end else { return endsEarly() }
            guard at.pointee == letters[index] else {
                at = start
                return fail(.jsonSyntax, "a value must begin here, and this is none of `true`, `false`, `null`")
            }
            at += 1
            index += 1
        }
        return true
    }

    mutating func number() -> Bool {
        let start = at
        if at < end, at.pointee == 0x2D { at += 1 }
        guard at < end else { return endsEarly() }
        if at.pointee == 0x30 {
            at += 1
            if at < end, isDigit(at.pointee) {
                return fail(.jsonSyntax, "a number must not begin with a zero", at: start)
            }
        } else if !digits() {
            return false
        }
        if at < end, at.pointee == 0x2E {
            at += 1
            if !digits() { return false }
        }
        if at < end, at.pointee | 0x20 == 0x65 {
            at += 1
            if at < end, at.pointee == 0x2B || at.pointee == 0x2D { at += 1 }
            if !digits() { return false }
        }
        return true
    }

    private mutating func digits() -> Bool {
        guard at < end else { return endsEarly() }
        guard isDigit(at.pointee) else {
            return fail(.jsonSyntax, "a digit must stand here, not \(shown(at.pointee))")
        }
        while at < end, isDigit(at.pointee) { at += 1 }
        return true
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    // MARK: Faults

    func column(of place: Byte) -> UInt32 { UInt32(truncatingIfNeeded: place - lineStart + 1) }

    mutating func fail(_ code: DiagnosticCode, _ message: String, at place: Byte? = nil) -> Bool {
        let place = place ?? at
        fault = JSONFault(
            code: code, message: message, offset: place - base, line: line, column: column(of: place))
        return false
    }

    mutating func endsEarly() -> Bool {
        _ = fail(.jsonSyntax, "the text ends in the middle of a value", at: end)
        fault?.endedEarly = true
        return false
    }
}
