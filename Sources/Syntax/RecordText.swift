package import Diagnostics

/// One record's own bytes, as they stand in its input.
package struct RecordText: Sendable {
    /// Where it begins.
    package let origin: Origin
    let text: RejectedText

    /// XML in an encoding whose bytes cannot be quoted is spelled anew in UTF-8.
    package var bytes: [UInt8] { text.bytes }
}

extension RecordReader {
    /// The record as a whole, whatever node is looked at.
    package var recordText: RecordText {
        RecordText(
            origin: RecordReader(tape: tape, root: root).origin, text: tape.text(ofRecord: root))
    }
}
