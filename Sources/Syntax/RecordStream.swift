package import Diagnostics

/// What is done with the records of a portion, and then with all of them, on any thread.
struct PortionWork<Value: Sendable, Portion: Sendable>: Sendable {
    let transform: @Sendable (RecordReader) -> Value
    let gather: @Sendable (consuming [Value]) -> Portion
}

/// The records of one input, read one after the other with memory that does not grow with the input.
package struct RecordStream: Sendable {
    package let input: InputText
    package let source: SourceID
    package let path: RecordPath
    package let limits: ReadingLimits
    package let encoding: TextEncoding

    /// `encoding` is what CSV is read in, unless a byte order mark says UTF-8.
    package init(
        _ input: InputText, source: SourceID, path: RecordPath, limits: ReadingLimits = .standard,
        encoding: TextEncoding = .utf8
    ) {
        self.input = input
        self.source = source
        self.path = path
        self.limits = limits
        self.encoding = encoding
    }

    /// Applies `transform` to every record, on up to `width` threads. The result does not depend on `width`.
    package func map<Value: Sendable>(
        width: Int, _ transform: @escaping @Sendable (RecordReader) -> Value
    ) async -> StreamResult<Value> {
        var values: [Value] = []
        var result = await read(width: width, transform) { part in
            // The first part is taken as it is; copies would double the memory of small inputs.
            if values.isEmpty { values = part } else { values += part }
            return true
        }
        result.values = values
        return result
    }

    /// As ``map(width:_:)``, but the values are handed to `take` in the order of the input, some thousand at a time, and
    /// none are kept: memory does not grow with the input. Reading ends where `take` says `false`.
    package func read<Value: Sendable>(
        width: Int, _ transform: @escaping @Sendable (RecordReader) -> Value, into take: (consuming [Value]) -> Bool
    ) async -> StreamResult<Value> {
        await read(width: width, transform, gathering: { $0 }, into: take).without()
    }

    /// The same, where `gather` makes something of each portion of the values while other portions are read.
    package func read<Value: Sendable, Portion: Sendable>(
        width: Int, _ transform: @escaping @Sendable (RecordReader) -> Value,
        gathering gather: @escaping @Sendable (consuming [Value]) -> Portion, into take: (consuming Portion) -> Bool
    ) async -> StreamResult<Portion> {
        let work = PortionWork(transform: transform, gather: gather)
        return switch path {
        case .json(let arrays): await readJSON(arrays, width, work, take)
        case .xml(let elements, let below): await readXML(elements, below: below, width, work, take)
        case .csv: await readCSV(width, work, take)
        }
    }

    /// An input of which nothing can be read.
    func refused<Value: Sendable>(_ code: DiagnosticCode, _ message: String, help: String?) -> StreamResult<Value> {
        let origin = Origin(source: source, line: 1, column: 1)
        return refused(because: Diagnostic(code, message, at: origin, help: help))
    }

    func refused<Value: Sendable>(because diagnostic: Diagnostic) -> StreamResult<Value> {
        var result = StreamResult<Value>()
        let origin = Origin(source: source, line: 1, column: 1)
        result.diagnostics = [diagnostic]
        if input.count > 0 {
            result.rejects = [
                RejectedRecord(origin: origin, diagnostic: diagnostic, text: .place(input, 0..<input.count))
            ]
        }
        return result
    }

    func empty<Value: Sendable>() -> StreamResult<Value> {
        var result = StreamResult<Value>()
        result.diagnostics = [Diagnostic(.emptyInput, "there is nothing in this input", at: .whole(source))]
        return result
    }
}
