/// The bytes of one input, a mapped file or an owned buffer: immutable, shared, never copied.
///
/// Only the executable opens files; it hands over what it mapped or read.
// `@unchecked`: the bytes are written before the initializer returns and never after; `release` runs once, in `deinit`.
package final class InputText: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let release: @Sendable () -> Void

    /// Bytes that somebody else keeps in place until `release` is called.
    package init(mapping bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
        self.bytes = bytes
        self.release = release
    }

    package convenience init(bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        copy.copyBytes(from: bytes)
        let address = UInt(bitPattern: copy.baseAddress)
        self.init(mapping: UnsafeRawBufferPointer(copy)) {
            UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
        }
    }

    package convenience init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    deinit { release() }

    package var count: Int { bytes.count }

    package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(bytes) }
    }

    /// The text of a line, counted from 1, without its line break; `nil` behind the last line.
    package func line(_ number: Int) -> String? { nil }
}
