/// A stretch of a JSON input, as it was cut out by brackets and quotes.
struct JSONPiece: Sendable {
    enum Content: Sendable {
        /// One value that should be a record.
        case record
        /// An element of a root array: a record, or a page of them.
        case element
        /// A value beside the records, in the object around them: it must be right, but nobody reads it.
        case envelope
        /// No text: what stands around the records that follow, or that nothing does.
        case around(JSONEnvelope?)
        /// Text that is not used.
        indirect case fault(JSONFault)
    }

    var content: Content
    var start: Int
    var end: Int
    var line: UInt32
    var lineStart: Int
}

extension JSONPiece {
    /// A piece without text, before another one.
    init(_ content: Content, at next: JSONPiece) {
        self.init(content: content, start: next.start, end: next.start, line: next.line, lineStart: next.lineStart)
    }
}

/// Work for one task, cut the same way whatever the number of threads.
enum JSONBatch: Sendable {
    /// Whole lines, each of which holds records of its own.
    case lines(start: Int, end: Int, line: UInt32)
    case pieces([JSONPiece])

    /// Bytes that one batch is meant to hold.
    static let size = 1 << 20
}
