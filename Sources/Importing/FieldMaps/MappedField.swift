package import IncidentModel
package import Syntax

/// One fact of an incident, and the field that says it.
package struct MappedField: Sendable {
    package var fact: Fact
    package var path: FieldPath
    /// How its moments are written, for facts that are moments.
    package var form: StampForm

    /// What a field map can feed. The names are the keys of the file.
    package enum Fact: Sendable, Hashable {
        case word(Word)
        case milestone(Milestone)

        package enum Word: String, CaseIterable, Sendable {
            case id, key, title, severity, status, service, team, source, description, rootCause, resolution, impact
            case customersAffected, strategicAccountsAffected, revenueAtRisk, workaround, dataLossRisk
            case postMortemRequired, reopenings, url, alertKey, reference, parent, account
        }

        package init?(_ key: String) {
            if let word = Word(rawValue: key) {
                self = .word(word)
            } else if let milestone = Milestone(rawValue: key) {
                self = .milestone(milestone)
            } else {
                return nil
            }
        }

        package var key: String {
            switch self {
            case .word(let word): word.rawValue
            case .milestone(let milestone): milestone.rawValue
            }
        }

        /// Every key, in the order of pages.
        static let keys = Word.allCases.map(\.rawValue) + Milestone.allCases.map(\.rawValue)
    }
}

/// A list inside a record whose elements are entries of the timeline, and the fields of each.
package struct MappedTimeline: Sendable {
    package var list: FieldPath
    package var at: FieldPath
    package var form: StampForm
    package var text: FieldPath
    package var actor: FieldPath?
}
