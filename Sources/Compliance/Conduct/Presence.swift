/// Whether the record shows something that the policy asks for.
package enum Presence: Sendable, Equatable {
    case onRecord(RecordedFact)
    /// The record could show it, and does not.
    case notOnRecord
    /// What would have to be on record.
    case cannotBeTold([String])

    package var fact: RecordedFact? {
        if case .onRecord(let fact) = self { fact } else { nil }
    }

    /// A fact where there is one; otherwise whether the record could have shown it.
    init(_ fact: RecordedFact?, ifAny couldShow: Bool, missing: String) {
        self = fact.map { .onRecord($0) } ?? (couldShow ? .notOnRecord : .cannotBeTold([missing]))
    }
}
