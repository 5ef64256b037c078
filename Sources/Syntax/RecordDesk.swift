internal import Diagnostics

/// Where one task transforms the records of one batch, and notes what came of them.
struct RecordDesk<Value: Sendable> {
    let tape: RecordTape
    let limits: ReadingLimits
    let transform: @Sendable (RecordReader) -> Value
    var portion = StreamPortion<Value>()

    var isFull: Bool { portion.result.rejects.count >= limits.rejects }

    /// Transforms the record that begins with a node.
    mutating func take(_ root: UInt32) {
        portion.result.recordsSeen += 1
        let reader = RecordReader(tape: tape, root: root)
        let value = transform(reader)
        let said = tape.notes.take()
        if !said.diagnostics.isEmpty { portion.result.diagnostics += said.diagnostics }
        guard let rejection = said.rejection else {
            portion.result.values.append(value)
            return
        }
        portion.result.rejects.append(
            RejectedRecord(origin: reader.origin, diagnostic: rejection, text: tape.text(ofRecord: root)))
    }

    /// Rejects a part of the input that is no record.
    mutating func reject(_ diagnostic: Diagnostic, at origin: Origin, _ text: RejectedText, isRecord: Bool) {
        let said = tape.notes.take()
        portion.result.diagnostics += said.diagnostics
        portion.result.diagnostics.append(diagnostic)
        portion.result.rejects.append(RejectedRecord(origin: origin, diagnostic: diagnostic, text: text))
        if isRecord { portion.result.recordsSeen += 1 }
    }

    mutating func remark(_ diagnostic: Diagnostic) { portion.result.diagnostics.append(diagnostic) }
}

/// What came of one batch, and where in the input it ended.
struct StreamPortion<Value: Sendable>: Sendable {
    var result = StreamResult<Value>()
    var end = InputPlace()

    /// The same with one value, which is made of all.
    consuming func gathered<Gathered>(_ gather: (consuming [Value]) -> Gathered) -> StreamPortion<Gathered> {
        let values = result.values
        var portion = StreamPortion<Gathered>(result: result.without(), end: end)
        portion.result.values = [gather(values)]
        return portion
    }
}

/// A place between two records.
struct InputPlace: Sendable {
    var offset = 0
    var line: UInt32 = 1
    var lineStart = 0

    func origin(in source: SourceID) -> Origin {
        Origin(source: source, line: line, column: UInt32(truncatingIfNeeded: offset - lineStart + 1))
    }
}
