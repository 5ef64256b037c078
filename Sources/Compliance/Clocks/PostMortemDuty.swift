package import IncidentModel

/// Whether a post-mortem is owed, and why: what the policy's first clock that stops at the review says.
package enum PostMortemDuty: Sendable, Equatable {
    /// The policy asks for one at this severity; `due` is `nil` until the milestone that it counts from has come.
    case mandatory(due: Instant?)
    /// The export asks for one.
    case requested(due: Instant?)
    /// An earlier incident was like this one.
    case recurring(due: Instant?)
    /// Held or published.
    case done(Instant)
    case notRequired

    /// Mandatory, requested or recurring, and not done.
    package var isOwed: Bool {
        switch self {
        case .mandatory, .requested, .recurring: true
        case .done, .notRequired: false
        }
    }

    package var due: Instant? {
        switch self {
        case .mandatory(let due), .requested(let due), .recurring(let due): due
        case .done, .notRequired: nil
        }
    }
}
