/// Where a field stands inside its record: `incidentSummary.detectedAt`, `assigned_to@display_value` (an attribute of a
/// child element), `@action` (an attribute of the record's own element).
///
/// Split once; dialects keep theirs in `static let`s. A dot separates steps, so a key that holds a dot itself is written
/// with ``init(steps:attribute:)``.
package struct FieldPath: Sendable, ExpressibleByStringLiteral {
    /// What goes into `Origin.field`.
    package let spelling: String

    package init(_ spelling: String) {
        self.spelling = spelling
    }

    package init(stringLiteral value: String) { self.init(value) }
}
