internal import Synchronization

/// The bytes of one input, a mapped file or an owned buffer: immutable, shared, never copied.
///
/// Only the executable opens files; it hands over what it mapped or read.
// `@unchecked`: the bytes are written before the initializer returns and never after; `release` runs once, in `deinit`.
package final class InputText: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let release: @Sendable () -> Void
    private let forgetting: (@Sendable (_ end: Int) -> Void)?
    private let index = Mutex(LineIndex())
    /// An address for an input without bytes, that nobody reads from.
    private let nowhere = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)

    /// Bytes that somebody else keeps in place until `release` is called.
    ///
    /// `forgetting` is told up to where the bytes have been read and are not looked at soon: a mapped file need not stay in
    /// memory up to there.
    package init(
        mapping bytes: UnsafeRawBufferPointer, forgetting: (@Sendable (_ end: Int) -> Void)? = nil,
        release: @escaping @Sendable () -> Void
    ) {
        self.bytes = bytes
        self.forgetting = forgetting
        self.release = release
    }

    /// What lies before a place has been read.
    package func forget(before end: Int) { forgetting?(end) }

    package convenience init(bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 8)
        copy.copyBytes(from: bytes)
        let address = UInt(bitPattern: copy.baseAddress)
        self.init(mapping: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<bytes.count])) {
            UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
        }
    }

    package convenience init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    deinit {
        nowhere.deallocate()
        release()
    }

    package var count: Int { bytes.count }

    package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(bytes) }
    }

    /// As ``withUnsafeBytes(_:)``, for work that waits for other tasks.
    package func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) async throws -> Result
    ) async rethrows -> Result {
        let result = try await body(bytes)
        return withExtendedLifetime(self) { result }
    }

    /// Where the bytes begin.
    var base: Byte { bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? Byte(nowhere) }

    /// The text of a line, counted from 1, without its line break; `nil` behind the last line.
    package func line(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        let end = base + count
        guard var at = index.withLock({ $0.place(ofLine: number, in: self) }), at < end else { return nil }
        let start = at
        at = place(of: index.withLock { $0.lineBreak }, from: at, to: end)
        if at > start, (at - 1).pointee == 0x0D { at -= 1 }
        return String(decoding: UnsafeBufferPointer(start: start, count: at - start), as: UTF8.self)
    }

    /// The part of a line around a column, counted in bytes from 1, and the column in that part: a line may be as long
    /// as a whole export.
    package func line(_ number: Int, around column: Int) -> (text: String, column: Int)? {
        guard number > 0 else { return nil }
        let limit = base + count
        guard let start = index.withLock({ $0.place(ofLine: number, in: self) }), start < limit else { return nil }
        var end = place(of: index.withLock { $0.lineBreak }, from: start, to: limit)
        if end > start, (end - 1).pointee == 0x0D { end -= 1 }
        let wanted = max(0, min(column - 1, end - start))
        let from = start + max(0, wanted - Self.reach)
        let stop = start + min(end - start, wanted + Self.reach)
        let text = String(decoding: UnsafeBufferPointer(start: from, count: stop - from), as: UTF8.self)
        return (text, column > 0 ? column - (from - start) : 0)
    }

    /// Bytes to each side of a column: more than a reader is shown.
    private static let reach = 400

    /// Counts lines by another byte than the line feed: for texts in which none stands.
    func endLines(at lineBreak: UInt8) { index.withLock { $0.end(at: lineBreak) } }

    func text(_ range: Range<Int>) -> [UInt8] { Array(bytes[range.clamped(to: 0..<count)]) }
}

/// Where every 256th line begins, as far as anybody has asked: many diagnostics about one file pass over it once.
private struct LineIndex {
    private var starts = [0]
    private(set) var lineBreak: UInt8 = 0x0A
    private static let stride = 256

    mutating func end(at lineBreak: UInt8) {
        guard lineBreak != self.lineBreak else { return }
        self.lineBreak = lineBreak
        starts = [0]
    }

    mutating func place(ofLine number: Int, in input: InputText) -> Byte? {
        let end = input.base + input.count
        let wanted = (number - 1) / Self.stride
        while starts.count <= wanted {
            guard let start = skip(Self.stride, from: input.base + starts[starts.count - 1], to: end) else {
                return nil
            }
            starts.append(start - input.base)
        }
        return skip((number - 1) % Self.stride, from: input.base + starts[wanted], to: end)
    }

    private func skip(_ lines: Int, from: Byte, to end: Byte) -> Byte? {
        var at = from
        for _ in 0..<lines {
            at = Syntax.place(of: lineBreak, from: at, to: end)
            guard at < end else { return nil }
            at += 1
        }
        return at
    }
}
