import Diagnostics
import IncidentModel

/// Decides the duties of one incident from its record.
struct DutyDesk {
    typealias Item = PostIncidentDuties.Item

    let known: KnownIncident
    let policy: Policy
    let recurrence: Recurrence.Answer?
    let strategic: StrategicTouch
    let messages: CommunicationsDue
    let database: PostIncidentDuties.DatabaseEntry

    /// Whether a duty is owed at all.
    enum Mandate {
        case owed(String)
        case notOwed(String)
        case cannotBeTold([String], String)
    }

    func item(_ duty: PostIncidentDuty) -> Item {
        let due = due(of: duty)
        let rule = policy.conduct.duties.rules[duty]?.origin
        switch mandate(of: duty) {
        case .notOwed(let reason):
            return Item(duty: duty, rule: rule, reason: reason, due: nil, state: .notApplicable(reason))
        case .cannotBeTold(let missing, let reason):
            return Item(duty: duty, rule: rule, reason: reason, due: due, state: .cannotBeTold(missing))
        case .owed(let reason):
            return Item(duty: duty, rule: rule, reason: reason, due: due, state: state(of: duty, due: due))
        }
    }

    private func start(of duty: PostIncidentDuty) -> Milestone {
        duty == .postMortem || duty == .preventionActions
            ? policy.postMortemClock?.start.milestone ?? .resolved : .resolved
    }

    private func due(of duty: PostIncidentDuty) -> Instant? {
        let within =
            switch duty {
            case .postMortem: limit(of: policy.postMortemClock)
            case .resolutionMail: limit(of: policy.resolutionEmailClock)
            default: policy.conduct.duties.rules[duty]?.within
            }
        guard let within else { return nil }
        return known.instant(of: start(of: duty))?.advanced(bySeconds: within.wholeSeconds)
    }

    /// At an unknown severity the longest limit: nothing is called overdue before it is at any.
    private func limit(of clock: Clock?) -> Duration? {
        guard let severity = known.severity else { return clock?.limits.values.max() }
        return clock?.limits[severity]
    }

    private func state(of duty: PostIncidentDuty, due: Instant?) -> DutyState {
        if let fact = evidence(for: duty) { return .done(fact, by: due) }
        let start = start(of: duty)
        guard known.instant(of: start) != nil else {
            return known.isProven(start) ? .cannotBeTold([start.rawValue]) : .waiting(start)
        }
        if duty == .databaseEntry { return database == .absent ? .due(nil) : .cannotBeTold([source(of: duty)]) }
        // Before its time a duty is due, whatever the record holds. After it, only a record that could show that it was
        // done can show that it was not.
        let state = DutyState.owed(by: due, asOf: known.asOf)
        return state.kind == .due || couldShow(duty) ? state : .cannotBeTold([source(of: duty)])
    }

    private func couldShow(_ duty: PostIncidentDuty) -> Bool {
        switch duty {
        case .postMortem: true
        case .resolutionMail: !known.incident.communications.isEmpty
        case .preventionActions: !known.incident.actions.isEmpty
        case .databaseEntry, .runbookUpdate, .csmCall, .remediationOffer, .executiveApology:
            known.hasLog || !known.incident.actions.isEmpty
        }
    }

    private func source(of duty: PostIncidentDuty) -> String {
        switch duty {
        case .postMortem: "lifecycle.postMortemAt"
        case .databaseEntry: "incident database"
        case .resolutionMail: "communications"
        case .preventionActions: "nextActions"
        case .runbookUpdate, .csmCall, .remediationOffer, .executiveApology: "timeline"
        }
    }
}
