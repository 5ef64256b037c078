import Compliance
import IncidentModel
import Typesetting

/// A clock's promise in words, and the line of the policy that makes it.
struct ClockRule {
    var clock: Clock
    var policy: Policy
    var room: ExhibitRoom
    var phrasing: Phrasing

    /// `from “detected” to “triaged”, within 15 min at Sev2; exactly on the limit is met`.
    func sentence(at severity: Severity?) -> String {
        let ends = "from “\(clock.startWords)” to “\(clock.stopWords)”"
        return ends + (severity.map { ", \(target(at: $0))" } ?? "") + "; exactly on the limit is met"
    }

    private func target(at severity: Severity) -> String {
        guard clock.applies(to: severity) else { return "with no target at \(severity.title)" }
        let limit =
            clock.limits[severity].map { "within \(Phrasing.limit($0))" } ?? "by the time that the message names"
        let conditions = clock.conditions[severity].map { " if \(phrasing.conditions($0))" } ?? ""
        return "\(limit) at \(severity.title)\(conditions)"
    }

    /// `Sev1 5 min, Sev2 15 min, Sev3 1 h, Sev4 4 h`.
    var limits: String {
        Severity.allCases.map { "\($0.title) \(phrasing.target(of: clock, at: $0) ?? "no target")" }
            .joined(separator: ", ")
    }

    var policyStatement: Statement {
        Statement(
            "policy", "“\(policy.name)”, in force since \(phrasing.moment(policy.effectiveFrom))",
            values: ["policy": policy.json], exhibits: [room.exhibit(clock.origin)])
    }

    /// What hours count, and what makes the clock stand still; `nil` where every second counts.
    var pace: Statement? {
        let calendar = clock.calendar.map { "only the hours of the calendar “\($0.name)” (\($0.zone.name)) count" }
        let pauses =
            clock.pauses.isEmpty
            ? nil : "it stands still while the status is one of “\(Phrasing.list(clock.pauses.sorted(), "or"))”"
        let words = [calendar, pauses].compactMap { $0 }
        return words.isEmpty ? nil : Statement("hours", words.joined(separator: "; "))
    }

    /// How the instances of a clock with several make one verdict.
    var gathering: Statement? {
        let each: String
        switch (clock.stop, clock.accounts) {
        case (.nextMessage, _): each = "from each update to the next"
        case (.promisedMessage, _): each = "for each promised time"
        case (_, _?): each = "for each account, where the export names them"
        case (.milestone, nil), (.firstAction, nil), (.message, nil): return nil
        }
        return Statement(
            "together",
            "it is judged \(each), and the worst decides: breached before overdue, unproven, open and met")
    }
}
