internal import Synchronization

/// Where a field stands inside its record: `incidentSummary.detectedAt`, `assigned_to@display_value` (an attribute of a
/// child element), `@action` (an attribute of the element itself).
///
/// Split once; dialects keep theirs in `static let`s. A dot separates steps; a key that holds a dot or an at sign itself
/// is named with ``init(steps:attribute:)``.
///
/// In CSV the spelling as a whole is the name of a column, whatever it holds: ``init(steps:attribute:)`` with one step,
/// `["Incident.State"]`, says so best.
package struct FieldPath: Sendable, ExpressibleByStringLiteral {
    /// Behind one reference, so that handing a path on costs one count.
    final class Parts: Sendable {
        let spelling: String
        let first: FieldStep?
        let rest: [FieldStep]
        let attribute: FieldStep?
        let id: UInt64

        init(spelling: String, steps: [String], attribute: String?) {
            self.spelling = spelling
            first = steps.first.map(FieldStep.init)
            rest = steps.dropFirst().map(FieldStep.init)
            self.attribute = attribute.map(FieldStep.init)
            id = FieldPath.nextID()
        }
    }

    let parts: Parts

    /// What goes into `Origin.field`.
    package var spelling: String { parts.spelling }

    package init(_ spelling: String) {
        let parts = spelling.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let steps = (parts.first ?? "").split(separator: ".").map(String.init)
        self.parts = Parts(spelling: spelling, steps: steps, attribute: parts.count > 1 ? String(parts[1]) : nil)
    }

    package init(stringLiteral value: String) { self.init(value) }

    package init(steps: [String], attribute: String? = nil) {
        let spelling = steps.joined(separator: ".") + (attribute.map { "@" + $0 } ?? "")
        parts = Parts(spelling: spelling, steps: steps, attribute: attribute)
    }

    /// A number that no other path, and no join of two, has.
    static func nextID() -> UInt64 { ids.wrappingAdd(1, ordering: .relaxed).newValue }
    private static let ids = Atomic<UInt64>(0)
}

/// One name in a path.
struct FieldStep: Sendable {
    let bytes: [UInt8]
    let fingerprint: UInt16

    init(_ name: String) {
        bytes = Array(name.utf8)
        fingerprint = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { Syntax.fingerprint($0, buffer.count) } ?? 0
        }
    }
}
