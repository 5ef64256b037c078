internal import Diagnostics

/// A reader of rows of CSV (RFC 4180, and what spreadsheets write beside it) that lays them onto a tape.
struct CSVScanner {
    /// The next byte to be read.
    var at: Byte
    let end: Byte
    let base: Byte
    var line: UInt32
    var lineStart: Byte
    let source: SourceID
    let shape: CSVShape
    let limits: ReadingLimits
    /// Why reading stopped; stands as soon as a function returns `false`.
    var fault: Diagnostic?

    init(
        _ input: InputText, from start: InputPlace, to end: Int, source: SourceID, shape: CSVShape,
        limits: ReadingLimits
    ) {
        base = input.base
        at = base + start.offset
        self.end = base + end
        line = start.line
        lineStart = base + start.lineStart
        self.source = source
        self.shape = shape
        self.limits = limits
    }

    /// Where the scanner stands.
    var place: InputPlace { InputPlace(offset: at - base, line: line, lineStart: lineStart - base) }
    var origin: Origin { place.origin(in: source) }

    /// Passes over empty lines; whether a row begins behind them.
    @inline(__always)
    mutating func findRow() -> Bool {
        while at < end, at.pointee == 0x0A || at.pointee == 0x0D { passBreak() }
        return at < end
    }

    /// Passes over the line break that stands here, if one does.
    @inline(__always)
    mutating func passBreak() {
        let behind = CSVShape.behindBreak(at, to: end)
        while at < behind { passByte() }
    }

    /// Passes over a byte that may be a line's last.
    @inline(__always)
    mutating func passByte() {
        let byte = at.pointee
        at += 1
        if byte == shape.lineBreak {
            line &+= 1
            lineStart = at
        }
    }

    /// Moves from the row that began at `start` to its line break.
    mutating func leaveRow(from start: CSVScanner) {
        at = shape.rowEnd(from: start.at, in: start.at, to: end)
        let lines = breaks(of: shape.lineBreak, from: start.at, to: at)
        line = start.line &+ UInt32(truncatingIfNeeded: lines)
        lineStart =
            lines > 0 ? Syntax.lineStart(from: start.at, to: at, behind: shape.lineBreak) : start.lineStart
    }

    mutating func fail(_ code: DiagnosticCode, _ message: String, at place: Origin? = nil) -> Bool {
        fault = Diagnostic(code, message, at: place ?? origin)
        return false
    }
}
