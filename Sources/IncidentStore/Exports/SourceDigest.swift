internal import Crypto

/// The SHA-256 digest of an export's bytes.
package enum SourceDigest {
    /// 64 digits, small letters. `forget` is told up to where the bytes have been looked at.
    package static func hex(of bytes: UnsafeRawBufferPointer, forgetting forget: (_ end: Int) -> Void = { _ in })
        -> String
    {
        var hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: stretch) {
            let end = min(bytes.count, start + stretch)
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            forget(end)
        }
        return hex(hash.finalize())
    }

    private static let stretch = 1 << 24

    /// The first 63 bits of a text's digest: a number for a text that nobody can make collide by accident.
    static func number(of text: String) -> Int64 {
        var text = text
        let digest = text.withUTF8 { utf8 in
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(utf8))
            return hash.finalize()
        }
        return digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) } & Int64.max
    }

    private static func hex(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let letters = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: letters, as: UTF8.self)
    }
}
