/// How an input's bytes stand for characters. Only CSV needs to be told: JSON is UTF-8, and XML declares its own.
package enum TextEncoding: Sendable, Hashable, CaseIterable {
    case utf8
    /// ISO-8859-1: every byte is the character of its number.
    case latin1
    /// Latin-1 with letters, dashes and quotes in the place of the control characters 0x80 to 0x9F; five of them are
    /// no characters at all.
    case windows1252

    /// An encoding by one of its usual names (`UTF-8`, `latin1`, `ISO-8859-1`, `cp1252`, `Windows-1252`), in any case.
    package init?(named name: String) {
        switch String(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }) {
        case "utf8", "utf8sig", "ascii", "usascii": self = .utf8
        case "latin1", "iso88591", "l1", "cp819", "ibm819": self = .latin1
        case "windows1252", "win1252", "cp1252", "1252", "xcp1252": self = .windows1252
        default: return nil
        }
    }

    /// The name that the encoding goes by.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .latin1: "ISO-8859-1"
        case .windows1252: "Windows-1252"
        }
    }

    /// The characters of a text; what is none becomes U+FFFD.
    func string(_ bytes: UnsafeRawBufferPointer) -> String {
        guard self != .utf8 else { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        text.reserveCapacity(bytes.count)
        for byte in bytes { text.unicodeScalars.append(scalar(byte) ?? "\u{FFFD}") }
        return text
    }

    /// The character that a byte outside ASCII stands for by itself; `nil` where it stands for none.
    func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard self == .windows1252, byte &- 0x80 < 0x20 else { return Unicode.Scalar(byte) }
        return Self.windows[Int(byte &- 0x80)]
    }

    /// 0x80 to 0x9F, as the Unicode Consortium's CP1252.TXT maps them.
    private static let windows: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
