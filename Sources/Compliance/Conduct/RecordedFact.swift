package import Diagnostics
package import IncidentModel

/// A fact of the record that a result rests on: what it is called, what it says, when, and who said it.
package struct RecordedFact: Sendable, Equatable {
    /// The coordinator's own name for it, as a path: `impactAssessment.dataLossRisk` (specification, "Response Format").
    package var name: String
    package var value: FactValue
    /// When it was said or done, where the export says so.
    package var instant: Instant?
    package var origin: Origin

    package init(_ name: String, _ value: FactValue, at instant: Instant? = nil, origin: Origin) {
        self.name = name
        self.value = value
        self.instant = instant
        self.origin = origin
    }
}

/// What a fact says, before it becomes words on a page or a value in JSON.
package enum FactValue: Sendable, Equatable {
    case text(String)
    case count(Int)
    case number(Double)
    case flag(Bool)
    case instant(Instant)
    case list([String])
}

extension FactValue: CustomStringConvertible {
    /// In plain words, for `explain`; a list is joined with commas.
    package var description: String {
        switch self {
        case .text(let text): text
        case .count(let count): String(count)
        case .number(let number):
            // Whole amounts without `.0`.
            Int(exactly: number).map(String.init) ?? String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .instant(let instant): instant.rfc3339
        case .list(let items): items.joined(separator: ", ")
        }
    }
}
