internal import Diagnostics

extension RecordStream {
    func readCSV<Value: Sendable>(
        _ width: Int, _ transform: @escaping @Sendable (RecordReader) -> Value, _ take: (consuming [Value]) -> Bool
    ) async -> StreamResult<Value> {
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
            return await readRows(layout, width, transform, take)
        }
    }

    private func readRows<Value: Sendable>(
        _ layout: CSVLayout, _ width: Int, _ transform: @escaping @Sendable (RecordReader) -> Value,
        _ take: (consuming [Value]) -> Bool
    ) async -> StreamResult<Value> {
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
            var desk = RecordDesk(tape: tape, limits: limits, transform: transform)
            desk.read(batch, shape, columns: columns.count)
            pool.give(tape)
            return desk.portion
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
