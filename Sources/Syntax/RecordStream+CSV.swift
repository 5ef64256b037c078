internal import Diagnostics

extension RecordStream {
    func readCSV<Value: Sendable, Portion: Sendable>(
        _ width: Int, _ done: PortionWork<Value, Portion>, _ take: (consuming Portion) -> Bool
    ) async -> StreamResult<Portion> {
        switch CSVLayout.of(input, limits: limits, encoding: encoding, source: source) {
        case .empty:
            return empty()
        case .encoded(let name):
            return refused(
                .encoding, "CSV is read as UTF-8 or in one byte for each character, and this is \(name)",
                help: "save it as “CSV UTF-8”, or convert it: iconv -f \(name) -t UTF-8")
        case .refused(let diagnostic):
            return refused(because: diagnostic)
        case .table(let layout):
            return await readRows(layout, width, done, take)
        }
    }

    private func readRows<Value: Sendable, Portion: Sendable>(
        _ layout: CSVLayout, _ width: Int, _ done: PortionWork<Value, Portion>, _ take: (consuming Portion) -> Bool
    ) async -> StreamResult<Portion> {
        let columns = CSVColumns(layout.names)
        let shape = layout.shape
        let limits = limits
        let pool = TapePool(self)
        input.endLines(at: shape.lineBreak)
        var cutter = CSVCutter(input: input, shape: shape, next: layout.end)
        var result = await gather(width: width, into: take, { cutter.nextBatch() }) { (batch: CSVBatch) in
            let tape = pool.take()
            if tape.finder == nil { tape.finder = ColumnFinder(columns) }
            tape.encoding = shape.encoding
            var desk = RecordDesk(tape: tape, limits: limits, transform: done.transform)
            desk.read(batch, shape, columns: columns.count)
            pool.give(tape)
            return desk.portion.gathered(done.gather)
        }
        result.diagnostics.insert(contentsOf: layout.remarks, at: 0)
        if let first = result.shortRows.first {
            let many = result.shortRows.count
            let message =
                many == 1
                ? "one row has \(first.cells) cells, where the header has \(columns.count)"
                : "\(many) rows have fewer cells than the header, which has \(columns.count); this one has \(first.cells)"
            result.diagnostics.append(Diagnostic(.shortRows, message, at: first.origin))
        }
        return result
    }
}
