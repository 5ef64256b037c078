internal import Diagnostics

/// Puts the portions of a stream together in the order of the input, whatever the order in which they are done.
struct OrderedMerge<Portion: Sendable> {
    let input: InputText
    let source: SourceID
    let limits: ReadingLimits
    private(set) var result = StreamResult<Portion>()
    private var waiting: [Int: StreamPortion<Portion>] = [:]
    private var due = 0
    private var remarks = 0
    /// Too much was rejected, or nobody takes more: what follows is not read.
    private(set) var isFull = false

    init(_ stream: RecordStream) {
        input = stream.input
        source = stream.source
        limits = stream.limits
    }

    mutating func add(_ portion: StreamPortion<Portion>, number: Int, into take: (consuming Portion) -> Bool) {
        waiting[number] = portion
        while !isFull, var next = waiting.removeValue(forKey: due) {
            append(next)
            due += 1
            if let gathered = next.result.values.popLast(), !take(gathered) { isFull = true }
            input.forget(before: next.end.offset)
        }
        if isFull { waiting = [:] }
    }

    private mutating func append(_ portion: StreamPortion<Portion>) {
        let part = portion.result
        result.rejects += part.rejects
        result.recordsSeen += part.recordsSeen
        result.shortRows.add(part.shortRows)
        for diagnostic in part.diagnostics {
            if diagnostic.level < .error {
                remarks += 1
                if remarks > limits.remarks { continue }
            }
            result.diagnostics.append(diagnostic)
        }
        if result.rejects.count >= limits.rejects { stop(at: portion.end) }
    }

    private mutating func stop(at end: InputPlace) {
        isFull = true
        guard end.offset < input.count else { return }
        let diagnostic = Diagnostic(
            .tooManyRejects, "reading stopped here after \(result.rejects.count) rejected records",
            at: end.origin(in: source))
        result.diagnostics.append(diagnostic)
        result.rejects.append(
            RejectedRecord(
                origin: end.origin(in: source), diagnostic: diagnostic, text: .place(input, end.offset..<input.count)))
    }

    /// The whole, when nothing more is to come.
    consuming func finished() -> StreamResult<Portion> {
        if remarks > limits.remarks {
            result.diagnostics.append(
                Diagnostic(
                    .tooManyRemarks, "\(remarks - limits.remarks) further warnings and notes were left out",
                    at: .whole(source)))
        }
        return result
    }
}

extension RecordStream {
    /// Works off batches on up to `width` threads, the one that cuts them included. Twice as many are under way, so that
    /// nobody waits while a portion is taken.
    func gather<Batch: Sendable, Portion: Sendable>(
        width: Int, into take: (consuming Portion) -> Bool, _ next: () -> Batch?,
        _ work: @escaping @Sendable (Batch) -> StreamPortion<Portion>
    ) async -> StreamResult<Portion> {
        var merge = OrderedMerge<Portion>(self)
        var number = 0
        if width <= 1 {
            while !merge.isFull, let batch = next() {
                merge.add(work(batch), number: number, into: take)
                number += 1
            }
            return merge.finished()
        }
        await withTaskGroup(of: (Int, StreamPortion<Portion>).self) { group in
            var underWay = 0
            while !merge.isFull, let batch = next() {
                if underWay >= 2 * width, let done = await group.next() {
                    merge.add(done.1, number: done.0, into: take)
                    underWay -= 1
                }
                let turn = number
                group.addTask { (turn, work(batch)) }
                number += 1
                underWay += 1
            }
            while let done = await group.next() { merge.add(done.1, number: done.0, into: take) }
        }
        return merge.finished()
    }
}
