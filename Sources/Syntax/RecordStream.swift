package import Diagnostics

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
        switch path {
        case .json(let arrays): await mapJSON(arrays, width, transform)
        case .xml(let elements, let below): await mapXML(elements, below: below, width, transform)
        case .csv: await mapCSV(width, transform)
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
