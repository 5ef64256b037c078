package import Diagnostics

/// What came of a stream: values, diagnostics and rejects, each in the order of the input.
package struct StreamResult<Value> {
    /// Of every record that was not rejected.
    package var values: [Value] = []
    /// What was said about the input, its records, and by whoever transformed them; rejections included.
    package var diagnostics: [Diagnostic] = []
    package var rejects: [RejectedRecord] = []
    /// Records met, rejected ones included.
    package var recordsSeen = 0
    /// XML: how many elements stand beside the records and have a name that no record has. Of more than 1,000 names the
    /// rest stand under `…`.
    package var otherElements: [String: Int] = [:]
    /// CSV: rows with fewer cells than the header.
    var shortRows = ShortRows()

    package init() {}

    /// Everything but the values.
    func without<Other>() -> StreamResult<Other> {
        var rest = StreamResult<Other>()
        rest.diagnostics = diagnostics
        rest.rejects = rejects
        rest.recordsSeen = recordsSeen
        rest.otherElements = otherElements
        rest.shortRows = shortRows
        return rest
    }
}

extension StreamResult: Sendable where Value: Sendable {}

/// How many rows of CSV have fewer cells than the header, and what the first of them looks like.
struct ShortRows: Sendable {
    private(set) var count = 0
    private(set) var first: (origin: Origin, cells: Int)?

    mutating func add(_ origin: Origin, cells: Int) {
        count += 1
        if first == nil { first = (origin, cells) }
    }

    mutating func add(_ later: ShortRows) {
        count += later.count
        if first == nil { first = later.first }
    }
}
