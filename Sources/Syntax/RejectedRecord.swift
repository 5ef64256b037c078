package import Diagnostics

/// A part of the input that was not used.
package struct RejectedRecord: Sendable {
    /// Where it begins.
    package var origin: Origin
    /// Why; it stands among the stream's diagnostics too.
    package var diagnostic: Diagnostic
    let text: RejectedText

    /// Its bytes as they stand in the file.
    package var bytes: [UInt8] { text.bytes }
    /// Its text as it stands in the file, broken encoding repaired with U+FFFD.
    package var verbatim: String { text.string }
}

/// Either a place in the input, which costs nothing to keep, or a text of its own.
enum RejectedText: Sendable {
    case place(InputText, Range<Int>, TextEncoding = .utf8)
    case copy([UInt8])

    var bytes: [UInt8] {
        switch self {
        case .place(let input, let range, _): input.text(range)
        case .copy(let bytes): bytes
        }
    }

    var string: String {
        if case .place(_, _, let encoding) = self { return bytes.withUnsafeBytes(encoding.string) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension RejectedRecord {
    /// A record that was rejected when it was there to be read, and is not any more.
    package init(_ reason: Diagnostic) {
        self.init(origin: reason.origin ?? .whole(SourceID(0)), diagnostic: reason, text: .copy([]))
    }
}
