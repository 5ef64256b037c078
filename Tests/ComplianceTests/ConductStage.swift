import Compliance
import Diagnostics
import IncidentModel

/// Incidents with a story, and what the standard policy says about them.
extension Incident {
    /// One with milestones at seconds after that Monday, and whatever else is put into it.
    static func told(
        _ severity: Severity?, _ marks: KeyValuePairs<Milestone, Int> = [:], id: String = "INC-1",
        _ change: (inout Incident) -> Void = { _ in }
    ) -> Incident {
        var incident = Incident.example(id, severity, marks)
        change(&incident)
        return incident
    }

    mutating func note(_ seconds: Int, _ text: String, _ kind: TimelineEntry.Kind = .event) {
        timeline.append(
            TimelineEntry(
                instant: .monday(seconds), text: text, actor: nil, system: system, kind: kind,
                origin: .line(100 + timeline.count)))
    }

    mutating func send(_ seconds: Int?, _ channel: String, to audience: String? = nil, _ body: String? = nil) {
        communications.append(
            Communication(
                instant: seconds.map { .monday($0) }, channel: channel, audience: audience, body: body,
                origin: .line(200 + communications.count)))
    }

    mutating func respond(_ role: String, team: String? = nil) {
        responders.append(Responder(role: role, name: nil, team: team, origin: .line(300 + responders.count)))
    }

    mutating func act(_ text: String, _ state: ActionItem.State = .open) {
        actions.append(
            ActionItem(
                text: text, owner: nil, due: .never, statusWord: nil, state: state, origin: .line(400 + actions.count)))
    }

    mutating func affect(_ id: String, strategic: Bool = false, revenue: Double? = nil) {
        var account = Account(id: id, origin: .line(500 + accounts.count))
        account.isStrategic = strategic
        account.annualRevenue = revenue
        accounts.append(account)
    }

    /// What the standard policy says, so many seconds after that Monday.
    func conduct(
        at seconds: Int, recurrence: Recurrence? = nil, database: PostIncidentDuties.DatabaseEntry = .notAsked,
        policy: Policy? = nil
    ) throws -> IncidentConduct {
        let policy = try policy ?? StandardPolicy.shared.get()
        let assessed = Assessor(policy: policy, asOf: .monday(seconds)).assess(self)
        return IncidentConduct(
            assessed, policy: policy, recurrence: recurrence, asOf: .monday(seconds), database: database)
    }
}

extension Origin {
    static func line(_ number: Int) -> Origin {
        Origin(source: SourceID(1), line: UInt32(clamping: number), column: 1)
    }
}

extension Sourced {
    static func said(_ value: Value, line: Int = 7) -> Sourced { Sourced(value, .line(line)) }
}

extension StandardPolicy {
    /// Read once.
    static let shared = Result { try read() }

    /// After one change of its text.
    static func changed(_ old: String, _ new: String) throws -> Policy {
        try read(text.replacing(old, with: new, maxReplacements: 1))
    }
}
