package import IncidentModel

/// What starts or stops a clock: something that an incident's records say, with a moment.
package enum Evidence: Sendable, Hashable {
    case milestone(Milestone)
    /// The first thing that a responder did: an entry of the timeline, or the triage (definitions, "Clocks").
    case firstAction
    /// A message of a kind that the policy knows (``MessageKind/id``).
    case message(String)
    /// The message of the kind after each one of it, or the milestone that ends the need for them.
    case nextMessage(String, until: Milestone)
    /// The message after each one that promised the next for a time, at or before that time.
    case promisedMessage(String)

    package static let started = milestone(.started)
    package static let detected = milestone(.detected)
    package static let triaged = milestone(.triaged)
    package static let communicated = milestone(.communicated)
    package static let mitigated = milestone(.mitigated)
    package static let resolved = milestone(.resolved)
    package static let closed = milestone(.closed)
    package static let reviewed = milestone(.reviewed)

    package var milestone: Milestone? {
        if case .milestone(let milestone) = self { milestone } else { nil }
    }

    /// The kind of message that is looked for.
    package var kind: String? {
        switch self {
        case .message(let kind), .nextMessage(let kind, _), .promisedMessage(let kind): kind
        case .milestone, .firstAction: nil
        }
    }

    /// As pages and lists name it: `detected`, `first action`, `status page message`.
    package var words: String {
        switch self {
        case .milestone(let milestone): milestone.rawValue
        case .firstAction: "first action"
        case .message(let kind): Self.spaced(kind) + " message"
        case .nextMessage(let kind, let end): "next \(Self.spaced(kind)) message, until \(end.rawValue)"
        case .promisedMessage(let kind): "\(Self.spaced(kind)) message by the promised time"
        }
    }

    private static func spaced(_ kind: String) -> String {
        String(kind.map { $0 == "-" ? " " : $0 })
    }
}

/// To whom a clock's messages have to go, one by one.
package enum AccountScope: String, Sendable, CaseIterable {
    /// Everyone affected.
    case all
    /// Strategic accounts (specification, "Customer Follow-Up").
    case strategic
}

/// What must hold for a promise to be made at a severity (specification, "Post-Incident Requirements").
package enum ClockCondition: String, Sendable, CaseIterable, Comparable {
    /// The export asks for it.
    case asked
    /// An earlier incident was like this one.
    case recurring

    package static func < (left: ClockCondition, right: ClockCondition) -> Bool { left.rawValue < right.rawValue }
}
