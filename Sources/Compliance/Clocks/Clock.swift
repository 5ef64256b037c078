package import Diagnostics
package import IncidentModel

/// A promise with a limit: from one piece of evidence to another, so long for each severity (definitions, "Clocks").
package struct Clock: Sendable, Equatable {
    /// The name that scripts use: `triage`.
    package var id: String
    /// The words that pages use: "Detected to triaged".
    package var title: String
    package var start: Evidence
    package var stop: Evidence
    /// Whole seconds; a severity without an entry has no such promise.
    ///
    /// A promised time is its own limit: there ``severities`` says where the promise is made.
    package var limits: [Severity: Duration]
    /// Severities with a promise whose limit the message itself gives.
    package var severities: Set<Severity>
    /// Severities whose promise is only made where one of these holds.
    package var conditions: [Severity: Set<ClockCondition>]
    /// Whom each one of the messages has to reach; `nil` where one message to anybody will do.
    package var accounts: AccountScope?
    /// The hours that count; `nil`: all of them.
    package var calendar: WorkCalendar?
    /// Names of ``PauseWords``: while the status is one of theirs, the clock stands still.
    package var pauses: Set<String>
    /// Where in the policy file it stands.
    package var origin: Origin

    package init(
        id: String, title: String, start: Evidence, stop: Evidence, limits: [Severity: Duration],
        severities: Set<Severity> = [], conditions: [Severity: Set<ClockCondition>] = [:],
        accounts: AccountScope? = nil, calendar: WorkCalendar? = nil, pauses: Set<String> = [], origin: Origin
    ) {
        self.id = id
        self.title = title
        self.start = start
        self.stop = stop
        self.limits = limits
        self.severities = severities
        self.conditions = conditions
        self.accounts = accounts
        self.calendar = calendar
        self.pauses = pauses
        self.origin = origin
    }

    /// Both milestones of a clock that runs between two of them; `nil` for every other one.
    package var span: (start: Milestone, stop: Milestone)? {
        guard let start = start.milestone, let stop = stop.milestone else { return nil }
        return (start, stop)
    }

    /// Whether it may have many instances in one incident, so that its verdict stands for the worst of several times, of
    /// which a mean would say little.
    package var hasManyInstances: Bool {
        switch stop {
        case .nextMessage, .promisedMessage: true
        case .milestone, .firstAction, .message: false
        }
    }

    /// Whether it counts every second.
    package var isPlain: Bool { calendar == nil && pauses.isEmpty }

    /// Whether the policy makes the promise at a severity, be it under a condition.
    package func applies(to severity: Severity) -> Bool { limits[severity] != nil || severities.contains(severity) }
}
