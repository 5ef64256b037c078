internal import Diagnostics
internal import Synchronization

/// Tapes that no task holds at the moment.
final class TapePool: Sendable {
    private let idle = Mutex<[RecordTape]>([])
    private let input: InputText
    private let source: SourceID
    private let depth: Int

    init(_ stream: RecordStream) {
        input = stream.input
        source = stream.source
        depth = stream.limits.depth
    }

    func take() -> RecordTape {
        idle.withLock { $0.popLast() } ?? RecordTape(input, source: source, depth: depth)
    }

    func give(_ tape: RecordTape) {
        tape.clear()
        tape.surrounding = nil
        idle.withLock { $0.append(tape) }
    }
}
