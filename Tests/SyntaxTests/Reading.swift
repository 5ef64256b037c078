import Diagnostics
import Syntax

/// A stream's result in words that a test can compare at a glance.
struct Reading: Equatable {
    /// The spelling of every value.
    var values: [String]
    /// `code line:column` of every diagnostic.
    var said: [String]
    var rejects: [String]
    var seen: Int
    var others: [String: Int]

    init(_ result: StreamResult<String>) {
        values = result.values
        said = result.diagnostics.map { diagnostic in
            diagnostic.code.id + (diagnostic.origin.map { " \($0.line):\($0.column)" } ?? "")
        }
        rejects = result.rejects.map(\.verbatim)
        seen = result.recordsSeen
        others = result.otherElements
    }

    static let id: FieldPath = "id"

    static func json(
        _ text: String, arrays: [String] = ["incidents"], width: Int = 1, limits: ReadingLimits = .standard
    ) async -> Reading {
        await json(Array(text.utf8), arrays: arrays, width: width, limits: limits)
    }

    static func json(
        _ bytes: [UInt8], arrays: [String] = ["incidents"], width: Int = 1, limits: ReadingLimits = .standard
    ) async -> Reading {
        await of(bytes, .json(arrays: arrays), width, limits)
    }

    static func xml(
        _ text: String, elements: [String] = ["incident"], below: [String] = [], width: Int = 1,
        limits: ReadingLimits = .standard
    ) async -> Reading {
        await of(Array(text.utf8), .xml(elements: elements, below: below), width, limits)
    }

    static func xml(_ bytes: [UInt8], width: Int = 1) async -> Reading {
        await of(bytes, .xml(elements: ["incident"]), width, .standard)
    }

    static func csv(
        _ text: String, width: Int = 1, limits: ReadingLimits = .standard, encoding: TextEncoding = .utf8
    ) async -> Reading {
        await csv(Array(text.utf8), width: width, limits: limits, encoding: encoding)
    }

    static func csv(
        _ bytes: [UInt8], width: Int = 1, limits: ReadingLimits = .standard, encoding: TextEncoding = .utf8
    ) async -> Reading {
        await of(bytes, .csv, width, limits, encoding)
    }

    /// Each record becomes its `id`.
    private static func of(
        _ bytes: [UInt8], _ path: RecordPath, _ width: Int, _ limits: ReadingLimits, _ encoding: TextEncoding = .utf8
    ) async -> Reading {
        let stream = RecordStream(
            InputText(bytes: bytes), source: SourceID(0), path: path, limits: limits, encoding: encoding)
        return Reading(await stream.map(width: width) { $0.text(id)?.value ?? "-" })
    }
}

/// The only record of a text, looked at by `look`.
func record<Value: Sendable>(
    _ text: String, _ path: RecordPath = .json(arrays: []), _ look: @escaping @Sendable (RecordReader) -> Value
) async -> (values: [Value], diagnostics: [Diagnostic]) {
    let result = await RecordStream(InputText(text), source: SourceID(7), path: path).map(width: 1, look)
    return (result.values, result.diagnostics)
}
