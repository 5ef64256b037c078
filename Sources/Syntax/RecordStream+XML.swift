internal import Diagnostics

extension RecordStream {
    func readXML<Value: Sendable, Portion: Sendable>(
        _ elements: [String], below: [String], _ width: Int, _ done: PortionWork<Value, Portion>,
        _ take: (consuming Portion) -> Bool
    ) async -> StreamResult<Portion> {
        guard input.count > 0 else { return empty() }
        let encoding = XMLEncoding(input)
        if let conflict = encoding.conflict {
            return refused(.encoding, conflict, help: "convert the file, or mend its declaration")
        }
        let pool = TapePool(self)
        let limits = limits
        let source = XMLSource(self, pool: pool, elements: elements, below: below, encoding: encoding)
        var result = await gather(width: width, into: take, { source.nextBatch() }) { (batch: XMLBatch) in
            var desk = RecordDesk(tape: batch.tape, limits: limits, transform: done.transform)
            desk.read(batch)
            pool.give(batch.tape)
            return desk.portion.gathered(done.gather)
        }
        result.otherElements = source.otherElements
        return result
    }
}
