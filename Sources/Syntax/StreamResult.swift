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

    package init() {}
}

extension StreamResult: Sendable where Value: Sendable {}
