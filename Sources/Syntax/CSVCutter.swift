/// A stretch of whole rows of a CSV input: work for one task, cut the same way whatever the number of threads.
struct CSVBatch: Sendable {
    var start: InputPlace
    var end: Int

    /// Bytes that one batch is meant to hold.
    static let size = 1 << 20
}

/// Cuts a CSV input at row ends. It looks at quotes alone until a batch is full, which is many times quicker than
/// reading the rows.
struct CSVCutter {
    let input: InputText
    let shape: CSVShape
    var next: InputPlace

    mutating func nextBatch() -> CSVBatch? {
        guard next.offset < input.count else { return nil }
        let start = next
        let from = input.base + start.offset
        let stop = cut(from: from)
        let lines = breaks(of: shape.lineBreak, from: from, to: stop)
        next.offset = stop - input.base
        if lines > 0 {
            next.line &+= UInt32(truncatingIfNeeded: lines)
            next.lineStart = Syntax.lineStart(from: from, to: stop, behind: shape.lineBreak) - input.base
        }
        return CSVBatch(start: start, end: next.offset)
    }

    /// The end of the row in which the batch that begins here gets its size.
    private func cut(from start: Byte) -> Byte {
        let end = input.base + input.count
        let goal = end - start > CSVBatch.size ? start + CSVBatch.size : end
        var at = start
        while at < goal {
            let quote = place(of: 0x22, from: at, to: goal)
            guard quote < goal else {
                at = goal
                break
            }
            at = shape.opensCell(quote, in: start) ? CSVShape.behindQuotes(quote, to: end) : quote + 1
        }
        return CSVShape.behindBreak(shape.rowEnd(from: at, in: start, to: end), to: end)
    }
}
