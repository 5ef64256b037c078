internal import Diagnostics

/// One thing that the XML reader hands over, in the order of the file.
enum XMLEntry: Sendable {
    /// The record that begins with this node of the batch's tape.
    case record(UInt32)
    /// A part of the input that is not used.
    case reject(Diagnostic, Origin, RejectedText, isRecord: Bool)
    case remark(Diagnostic)
}

/// Records and remarks, to be worked off by one task.
struct XMLBatch: Sendable {
    let tape: RecordTape
    var entries: [XMLEntry]
    var end: InputPlace
}

extension RecordDesk {
    mutating func read(_ batch: XMLBatch) {
        for entry in batch.entries {
            switch entry {
            case .record(let root): take(root)
            case .reject(let diagnostic, let origin, let text, let isRecord):
                reject(diagnostic, at: origin, text, isRecord: isRecord)
            case .remark(let diagnostic): remark(diagnostic)
            }
        }
        portion.end = batch.end
    }
}
