internal import Diagnostics

/// Where and how a text stops being JSON.
struct JSONFault: Sendable {
    var code: DiagnosticCode
    var message: String
    /// Bytes from the beginning of the input.
    var offset: Int
    var line: UInt32
    var column: UInt32
    /// The text ended while a value was still open.
    var endedEarly = false

    func diagnostic(in source: SourceID) -> Diagnostic {
        Diagnostic(code, message, at: Origin(source: source, line: line, column: column))
    }
}

/// A byte as a person would name it: `x`, or the byte 0x1F.
func shown(_ byte: UInt8) -> String {
    switch byte {
    case 0x0A: "the end of the line"
    case 0x0D: "a carriage return"
    case 0x09: "a tab"
    case 0x20: "a space"
    case 0x21..<0x7F: "`\(Character(Unicode.Scalar(byte)))`"
    default: "the byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
