package import Diagnostics

/// What one record claims about a fact that several records tell of.
package struct Claim: Sendable, Equatable {
    /// What it is about.
    package enum Subject: Sendable, Hashable {
        case milestone(Milestone)
        case severity, status, title, service

        package var name: String {
            switch self {
            case .milestone(let milestone): milestone.rawValue
            case .severity: "severity"
            case .status: "status"
            case .title: "title"
            case .service: "service"
            }
        }
    }

    package var subject: Subject
    /// The words of the claim: a stamp in RFC 3339, or the export's own word.
    package var words: String
    /// For a milestone, its mark.
    package var mark: MilestoneMark?
    package var record: IncidentRecord
    /// Where the claim stands.
    package var origin: Origin
    /// Whether it is the one that was believed.
    package var isBelieved: Bool

    package init(
        subject: Subject, words: String, mark: MilestoneMark? = nil, record: IncidentRecord, origin: Origin,
        isBelieved: Bool
    ) {
        self.subject = subject
        self.words = words
        self.mark = mark
        self.record = record
        self.origin = origin
        self.isBelieved = isBelieved
    }
}

/// A fact that records disagree on: the claim that was believed, by which rule, and the others.
package struct ClaimConflict: Sendable, Equatable {
    package var subject: Claim.Subject
    package var believed: Claim
    /// Those that say something else, in the order of trust.
    package var others: [Claim]
    /// Why: `the earliest`, `the latest`, `trust: paging before ticketing`.
    package var rule: String

    package init(subject: Claim.Subject, believed: Claim, others: [Claim], rule: String) {
        self.subject = subject
        self.believed = believed
        self.others = others
        self.rule = rule
    }
}
