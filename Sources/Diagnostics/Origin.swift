/// The number of one input (a file, or standard input), given out in the order in which the inputs were named.
package struct SourceID: Hashable, Comparable, Sendable {
    package let number: UInt32

    package init(_ number: UInt32) { self.number = number }

    package static func < (left: SourceID, right: SourceID) -> Bool { left.number < right.number }
}

/// Where a word came from: input, line, column and field.
///
/// Lines and columns count from 1; a column counts bytes of the line as it stands in the file. Line 0 means the input
/// as a whole. An origin is born with the first byte and rides on to the finished page.
package struct Origin: Hashable, Sendable {
    package var source: SourceID
    package var line: UInt32
    package var column: UInt32
    /// The path of the field inside its record, in the export's own spelling: `incidentSummary.detectedAt`.
    package var field: String

    package init(source: SourceID, line: UInt32, column: UInt32, field: String = "") {
        self.source = source
        self.line = line
        self.column = column
        self.field = field
    }

    /// An input as a whole.
    package static func whole(_ source: SourceID) -> Origin { Origin(source: source, line: 0, column: 0) }
}

extension Origin: Comparable {
    package static func < (left: Origin, right: Origin) -> Bool {
        (left.source, left.line, left.column) < (right.source, right.line, right.column)
    }
}

/// A value together with who said it.
package struct Sourced<Value> {
    package var value: Value
    package var origin: Origin

    package init(_ value: Value, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Sourced<Other> {
        Sourced<Other>(try transform(value), origin)
    }
}

extension Sourced: Sendable where Value: Sendable {}
extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}

extension Sourced where Value == String {
    /// The same as ``init(_:_:)``. Readers make one for every field of every record, and a call that is not generic
    /// across modules costs a third of one that is.
    package init(text value: String, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }
}
