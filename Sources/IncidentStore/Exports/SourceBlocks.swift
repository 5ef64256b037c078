internal import CZstd

/// The bytes of an export in compressed blocks, each a frame of zstd of its own with a checksum.
enum SourceBlocks {
    /// Bytes of an export in one block.
    static let size = 1 << 20
    /// Fast: an export of JSON shrinks to about a sixth.
    private static let level: Int32 = 1

    static func count(of bytes: Int) -> Int { (bytes + size - 1) / size }

    static func compressed(_ bytes: UnsafeRawBufferPointer) throws(StoreFault) -> [UInt8] {
        guard let context = ZSTD_createCCtx() else { throw .other("no memory to compress with") }
        defer { ZSTD_freeCCtx(context) }
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        let bound = ZSTD_compressBound(bytes.count)
        var written = 0
        let out = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            written = ZSTD_compress2(context, buffer.baseAddress, bound, bytes.baseAddress, bytes.count)
            count = ZSTD_isError(written) == 0 ? written : 0
        }
        guard ZSTD_isError(written) == 0 else { throw .other(said(written)) }
        return out
    }

    /// Writes a block's bytes to where they belong; a wrong checksum or length is damage.
    static func expand(_ block: UnsafeRawBufferPointer, into out: UnsafeMutableRawBufferPointer) throws(StoreFault) {
        let written = ZSTD_decompress(out.baseAddress, out.count, block.baseAddress, block.count)
        guard ZSTD_isError(written) == 0 else { throw .damaged("a block of an export: \(said(written))") }
        guard written == out.count else { throw .damaged("a block of an export is too short") }
    }

    private static func said(_ code: Int) -> String { String(cString: ZSTD_getErrorName(code)) }

    /// Compresses block after block on up to `width` threads and hands them to `take` in order.
    static func compress(
        _ bytes: UnsafeRawBufferPointer, width: Int, forgetting forget: (_ end: Int) -> Void = { _ in },
        into take: (_ number: Int, _ bytes: Int, [UInt8]) throws -> Void
    ) async throws {
        let total = bytes.count
        // An address may cross to another thread; the caller keeps the bytes in place until this returns.
        let address = UInt(bitPattern: bytes.baseAddress)
        let blocks = count(of: total)
        try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            var waiting: [Int: [UInt8]] = [:]
            var due = 0
            func put(_ number: Int, _ block: [UInt8]) throws {
                waiting[number] = block
                while let next = waiting.removeValue(forKey: due) {
                    try take(due, min(size, total - due * size), next)
                    forget(min(total, (due + 1) * size))
                    due += 1
                }
            }
            for number in 0..<blocks {
                if number >= width, let done = try await group.next() { try put(done.0, done.1) }
                group.addTask {
                    let start = number * size
                    let part = UnsafeRawBufferPointer(
                        start: UnsafeRawPointer(bitPattern: address + UInt(start)), count: min(size, total - start))
                    return (number, try compressed(part))
                }
            }
            while let done = try await group.next() { try put(done.0, done.1) }
        }
    }
}
