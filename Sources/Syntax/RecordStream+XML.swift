internal import Diagnostics

extension RecordStream {
    func readXML<Value: Sendable>(
        _ elements: [String], below: [String], _ width: Int,
        _ transform: @escaping @Sendable (RecordReader) -> Value, _ take: (consuming [Value]) -> Bool
    ) async -> StreamResult<Value> {
        guard input.count > 0 else { return empty() }
        let encoding = XMLEncoding(input)
        if let conflict = encoding.conflict {
            return refused(.encoding, conflict, help: "convert the file, or mend its declaration")
        }
        let pool = TapePool(self)
        let limits = limits
        let source = XMLSource(self, pool: pool, elements: elements, below: below, encoding: encoding)
        var result = await gather(width: width, into: take, { source.nextBatch() }) { (batch: XMLBatch) in
            var desk = RecordDesk(tape: batch.tape, limits: limits, transform: transform)
            desk.read(batch)
            pool.give(batch.tape)
            return desk.portion
        }
        result.otherElements = source.otherElements
        return result
    }
}
