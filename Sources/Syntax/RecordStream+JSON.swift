internal import Diagnostics

extension RecordStream {
    func readJSON<Value: Sendable, Portion: Sendable>(
        _ arrays: [String], _ width: Int, _ done: PortionWork<Value, Portion>, _ take: (consuming Portion) -> Bool
    ) async -> StreamResult<Portion> {
        let tree = PathTree.shared(arrays)
        let pool = TapePool(self)
        let limits = limits
        let work: @Sendable (JSONBatch) -> StreamPortion<Portion> = { batch in
            var desk = RecordDesk(tape: pool.take(), limits: limits, transform: done.transform)
            desk.read(batch, tree: tree)
            pool.give(desk.tape)
            return desk.portion.gathered(done.gather)
        }
        switch JSONLayout.of(input, limits: limits) {
        case .empty:
            return empty()
        case .encoded(let name):
            return refused(
                .encoding, "JSON must be UTF-8, and this is \(name)", help: "convert it: iconv -f \(name) -t UTF-8")
        case .values(let start):
            var cutter = JSONCutter(input, from: start, tree: tree, limits: limits)
            return await gather(width: width, into: take, { cutter.nextBatch() }, work)
        case .lines:
            var lines = LineCutter(input)
            return await gather(width: width, into: take, { lines.nextBatch() }, work)
        }
    }
}

/// Cuts NDJSON into stretches of whole lines.
struct LineCutter {
    let input: InputText
    var at = 0
    var line: UInt32 = 1

    init(_ input: InputText) { self.input = input }

    mutating func nextBatch() -> JSONBatch? {
        guard at < input.count else { return nil }
        let start = at
        let first = line
        let end = input.base + input.count
        let stop = place(of: 0x0A, from: input.base + min(input.count, start + JSONBatch.size), to: end)
        at = min(input.count, stop - input.base + 1)
        line &+= UInt32(truncatingIfNeeded: lineFeeds(from: input.base + start, to: input.base + at))
        return .lines(start: start, end: at, line: first)
    }
}
