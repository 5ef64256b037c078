/// A path component made from an id, that no id can steer: no folder, no hidden file, no device of Windows.
///
/// Capitals, digits, `-`, `_` and `.` stay as they are. Whatever was changed, and whatever has small letters (some file
/// systems cannot tell them from capitals), ends in a digest of the id, so that two ids never share a file.
package enum SafeFileName {
    /// At most 80 bytes of ASCII.
    package static func fileName(for id: String) -> String {
        let base = kept(id)
        guard base != id || base.utf8.contains(where: isSmallLetter) || isReserved(base) || endsInDigest(base) else {
            return base
        }
        let digest = SHA256Digest(of: Array(id.utf8)).hex.prefix(digits)
        let stem = isReserved(base) ? "id-" + base : base
        return stem.prefix(limit - digits - 1) + "-" + digest
    }

    private static let limit = 80
    private static let digits = 16

    /// The id with every other character replaced, cut to the limit.
    private static func kept(_ id: String) -> String {
        var out: [UInt8] = []
        for byte in id.utf8.prefix(limit) {
            let plain = MarkdownToken.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            let dot = byte == UInt8(ascii: ".") && out.last != byte && !out.isEmpty
            out.append(plain || dot ? byte : UInt8(ascii: "_"))
        }
        while out.last == UInt8(ascii: ".") { out.removeLast() }
        if out.first == UInt8(ascii: "-") { out[0] = UInt8(ascii: "_") }
        if out.isEmpty { return "unnamed" }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isSmallLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    /// `CON`, `COM1.txt`: devices of Windows, whatever stands behind the first dot.
    private static func isReserved(_ name: String) -> Bool {
        let stem = (name.split(separator: ".").first ?? "").uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.utf8.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
            && (stem.utf8.last.map(MarkdownToken.isDigit) ?? false)
    }

    /// Looks like a name that was changed: such an id is changed too, or it could take the other's place.
    private static func endsInDigest(_ name: String) -> Bool {
        let tail = name.utf8.suffix(digits + 1)
        return tail.first == UInt8(ascii: "-") && tail.count == digits + 1
            && tail.dropFirst().allSatisfy { MarkdownToken.isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
    }
}
