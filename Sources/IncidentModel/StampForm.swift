/// How an export writes its moments down: the form is known from its dialect or its field map, never guessed per value.
package enum StampForm: Sendable, Hashable {
    /// RFC 3339 and kin: see ``Timestamp``.
    case standard
    /// As in mail: `Mon, 15 Jun 2015 09:24:41 +0200`.
    case rfc2822
    /// Seconds since 1970-01-01T00:00:00Z, whole or with decimals: `1589553245.123`.
    case epochSeconds
    /// Milliseconds since 1970-01-01T00:00:00Z: `1589553245123`.
    case epochMilliseconds
    /// Spelled out by the tokens of Unicode TR35: `dd/MM/yyyy HH:mm`.
    case pattern(StampPattern)

    /// What the UTF-8 bytes of a text or of a number's spelling say; `nil` unless the whole of them is a possible date
    /// and time in this form.
    package func read(_ utf8: UnsafeRawBufferPointer) -> Timestamp? {
        switch self {
        case .standard: Timestamp(utf8: utf8)
        case .rfc2822: MailStamp.read(utf8)
        case .epochSeconds: EpochStamp.read(utf8, microsecondsPerUnit: 1_000_000)
        case .epochMilliseconds: EpochStamp.read(utf8, microsecondsPerUnit: 1_000)
        case .pattern(let pattern): pattern.read(utf8)
        }
    }

    package func read(_ text: String) -> Timestamp? {
        var text = text
        return text.withUTF8 { read(UnsafeRawBufferPointer($0)) }
    }
}
