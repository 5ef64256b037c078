import Crypto

/// The SHA-256 digest of some bytes, for names and message ids that nobody can make collide.
package struct SHA256Digest {
    /// 64 digits, small letters.
    package let hex: String

    package init(of message: [UInt8]) {
        hex = SHA256.hash(data: message).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
