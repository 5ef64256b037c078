#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is written from its beginning to its end, a megabyte at a time.
struct OutputFile: ~Copyable {
    /// Bytes appended so far.
    private(set) var size = 0
    private let path: String
    private let descriptor: Int32
    private var pending: [UInt8] = []

    private static let block = 1 << 20

    init(_ path: String) throws(BenchFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw BenchFailure("cannot write \(path): \(lastError())") }
        pending.reserveCapacity(Self.block * 2)
    }

    mutating func append(_ text: String) throws(BenchFailure) {
        pending.append(contentsOf: text.utf8)
        size += text.utf8.count
        if pending.count >= Self.block { try flush() }
    }

    mutating func close() throws(BenchFailure) {
        try flush()
        #if canImport(Glibc)
            let result = Glibc.close(descriptor)
        #else
            let result = Darwin.close(descriptor)
        #endif
        guard result == 0 else { throw BenchFailure("cannot write \(path): \(lastError())") }
    }

    private mutating func flush() throws(BenchFailure) {
        var done = 0
        while done < pending.count {
            let count = pending.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw BenchFailure("cannot write \(path): \(lastError())") }
            done += count
        }
        pending.removeAll(keepingCapacity: true)
    }
}
