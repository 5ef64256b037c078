package import Diagnostics
package import IncidentModel

/// A law or a contract that asks to notify somebody of certain incidents within certain times.
///
/// The program computes the times and lists facts. Whether an incident is one of those that the law means, such as a
/// "major" one, is a person's decision.
package struct NotificationRegime: Sendable, Equatable {
    /// `gdpr`.
    package var id: String
    package var title: String
    /// Which incidents the law means, in the house's own words: what a person has to decide.
    package var concerns: String
    /// Incidents of these severities are listed; those with a risk of data loss always.
    package var severities: Set<Severity>
    /// What stands for "becoming aware".
    package var aware: Milestone
    /// What stands for the classification as an incident that the law means.
    package var classified: Milestone
    package var notices: [Notice]

    /// One message that is owed.
    package struct Notice: Sendable, Equatable {
        /// `initial`.
        package var id: String
        package var title: String
        /// `Article 33(1)`.
        package var article: String
        /// Every one of them holds: the earliest decides.
        package var limits: [Limit]
        /// Those that count instead where what they count from comes after the end of ``limits``.
        package var later: [Limit] = []
        /// How a message or an entry of the timeline says that it was sent.
        package var phrases: [String]
        package var origin: Origin
    }

    /// So long after something.
    package struct Limit: Sendable, Equatable {
        package var within: Span
        package var after: Start
    }

    package enum Span: Sendable, Equatable {
        case duration(Duration)
        /// Calendar months: the same day of a later month, or that month's last.
        case months(Int)
    }

    package enum Start: Sendable, Equatable {
        case aware, classified, resolved
        /// When another notice of the regime was sent first, by its id.
        case notice(String)
        /// When another notice of the regime was sent last, updates of it included.
        case latest(String)
    }
}

/// What became of a notice about one incident.
package struct NoticeDue: Sendable, Equatable {
    package var notice: NotificationRegime.Notice
    /// `nil` where what it counts from is not on record.
    package var due: Instant?
    /// Whether it counts from the latest moment that another notice could be sent, because that one is not on record.
    package var countsFromDue: Bool
    /// The first text that shows it sent.
    package var sent: RecordedFact?
    /// Every moment at which a text says that it was sent.
    package var moments: [Instant] = []
    package var state: State

    package enum State: Sendable, Equatable {
        case inTime
        case late(by: Duration)
        /// Its time has not passed.
        case open
        /// Its time has passed, and no record says that it was sent: it may have been sent by other means.
        case unproven
        /// What it counts from is not on record.
        case notStarted(String)
    }

    package var outcome: PromiseOutcome {
        switch state {
        case .inTime: .kept
        case .late: .broken
        case .open: .open
        case .unproven, .notStarted: .unproven
        }
    }
}
