import Crypto

/// The SHA-256 digest of some bytes, for names and message ids that nobody can make collide.
package struct SHA256Digest {
    /// 64 digits, small letters.
    package let hex: String

    package init(of message: [UInt8]) { hex = Self.digits(SHA256.hash(data: message)) }

    /// Of bytes that stand elsewhere, such as a mapped file: nothing is copied.
    package init(of bytes: UnsafeRawBufferPointer) {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        hex = Self.digits(hash.finalize())
    }

    fileprivate static func digits(_ digest: SHA256.Digest) -> String {
        digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// The same of bytes that come part by part.
package struct SHA256Sum {
    private var hash = SHA256()

    package init() {}

    package mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// 64 digits, small letters.
    package var hex: String { SHA256Digest.digits(hash.finalize()) }
}
