package import Diagnostics

/// What came of a stream: values, diagnostics and rejects, each in the order of the input.
package struct StreamResult<Value> {
    /// Of every record that was not rejected.
    package var values: [Value] = []
    /// What was said about the input, its records, and by whoever transformed them; rejections included.
    package var diagnostics: [Diagnostic] = []
    package var rejects: [RejectedRecord] = []
    /// Records met, rejected ones included.
    package var recordsSeen = 0
    /// XML: how many children of the root have a name that no record has.
    package var otherElements: [String: Int] = [:]

    package init() {}
}

extension StreamResult: Sendable where Value: Sendable {}

/// A part of the input that was not used.
package struct RejectedRecord: Sendable {
    /// Where it begins.
    package var origin: Origin
    /// Why; it stands among the stream's diagnostics too.
    package var diagnostic: Diagnostic
    let text: RejectedText

    /// Its text as it stands in the file, broken encoding repaired with U+FFFD.
    package var verbatim: String { "" }
    /// Its bytes as they stand in the file.
    package var bytes: [UInt8] { [] }
}

/// Either a place in the input, or a text of its own.
enum RejectedText: Sendable {
    case place(InputText, Range<Int>)
    case copy([UInt8])
}
