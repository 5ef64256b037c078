/// How much an input may ask for before a part of it is rejected.
package struct ReadingLimits: Sendable, Hashable {
    /// Levels of objects, arrays or elements in one record.
    package var depth = 64
    /// Bytes of one text.
    package var value = 1 << 20
    /// Bytes of one record.
    package var record = 16 << 20
    /// Values or elements in one record.
    package var values = 1 << 20
    /// Rejected records of one input, after which the rest of it is rejected as a whole.
    package var rejects = 10_000

    /// Warnings and notes about one input that are kept.
    package var remarks = 10_000

    package init() {}

    package static let standard = ReadingLimits()
}
